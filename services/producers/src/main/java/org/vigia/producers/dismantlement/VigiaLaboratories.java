package org.vigia.producers.dismantlement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.vigia.events.ClaimStatus;
import org.vigia.events.FoundItem;
import org.vigia.events.FoundItemKind;
import org.vigia.events.LabDismantlement;
import org.vigia.events.LabKind;
import org.vigia.producers.cell.Choices;
import org.vigia.producers.cell.Dates;
import org.vigia.producers.cell.EventDate;
import org.vigia.producers.cell.Handlings;
import org.vigia.producers.cell.LastRead;
import org.vigia.producers.cell.Places;
import org.vigia.producers.cell.Quantities;
import org.vigia.producers.cell.Texts;
import org.vigia.producers.claim.Batch;
import org.vigia.producers.claim.ClaimRows;
import org.vigia.producers.claim.Envelopes;
import org.vigia.producers.claim.GroupMapping;
import org.vigia.producers.drug.DrugNames;
import org.vigia.producers.table.Cells;
import org.vigia.producers.table.Columns;
import org.vigia.producers.table.Row;

/**
 * Dismantled laboratories in Vigía's own format: a row per item found, or one row if nothing is said of items. A part of
 * a laboratory is an item by its kind, canonical substance, lot, container, seal and description.
 */
public final class VigiaLaboratories implements GroupMapping {

    private static final String ID = "lab_id";
    private static final String OCCURRED = "occurred_at";

    public static final Columns COLUMNS = Columns.required(ID)
            .neededUnless(Choices::isRetraction, OCCURRED, "country")
            .optional("status", "area", "place", "latitude", "longitude", "agency", "kind", "capacity")
            .optional("item_kind", "substance", "cas", "quantity", "unit", "lot", "container", "seal")
            .optional("description", "handling");

    private static final Set<String> SHARED =
            Set.of(OCCURRED, "country", "area", "place", "latitude", "longitude", "agency", "kind", "capacity");

    private final DrugNames drugs;
    private final LastRead<Optional<FoundItem>> items = new LastRead<>(this::item);

    public VigiaLaboratories(DrugNames drugs) {
        this.drugs = drugs;
    }

    @Override
    public String key(Row row, Batch batch) {
        return batch.eventId(Texts.required(row, ID));
    }

    @Override
    public ClaimStatus status(Row row) {
        return Choices.status(row);
    }

    @Override
    public Set<String> shared() {
        return SHARED;
    }

    @Override
    public String part(Row row) {
        FoundItem item = items.of(row).orElse(null);
        return item == null
                ? ""
                : GroupMapping.part(
                        item.getKind().name(),
                        item.getSubstance(),
                        Texts.normalise(row.text("lot")),
                        Texts.normalise(row.text("container")),
                        Texts.normalise(row.text("seal")),
                        Texts.normalise(row.text("description")));
    }

    @Override
    public void check(Row row, Batch batch) {
        EventDate date = Dates.of(row, OCCURRED);
        if (date != null) {
            Dates.notAfter(date, batch.asOf(), OCCURRED);
        }
        kind(row);
        Places.of(row);
        Handlings.of(row, "handling");
        items.of(row);
    }

    @Override
    public SpecificRecord event(ClaimRows rows, Batch batch) {
        Map<String, String> attributes = rows.unknown();
        List<FoundItem> found = new ArrayList<>();
        rows.rows().forEach(row -> items.of(row).ifPresent(found::add));
        found.sort(null);
        String key = key(rows.rows().getFirst(), batch);
        return new LabDismantlement(
                Envelopes.placed(rows, batch, key, Dates.of(rows, OCCURRED), OCCURRED),
                kind(rows),
                Texts.orNull(rows, "capacity"),
                found,
                1,
                attributes);
    }

    private static LabKind kind(Cells cells) {
        return Choices.of(cells, "kind", LabKind.class, LabKind.UNKNOWN);
    }

    private Optional<FoundItem> item(Cells cells) {
        FoundItemKind kind = Choices.of(cells, "item_kind", FoundItemKind.class, FoundItemKind.UNKNOWN);
        var quantity = Quantities.of(cells, "quantity", "unit");
        String substance = cells.text("substance");
        String description = Texts.orNull(cells, "description");
        String cas = Texts.orNull(cells, "cas");
        String lot = Texts.orNull(cells, "lot");
        String container = Texts.orNull(cells, "container");
        String seal = Texts.orNull(cells, "seal");
        String declared = !substance.isEmpty() ? substance : description == null ? "" : description;
        boolean nothing = declared.isEmpty() && quantity == null && cas == null && lot == null;
        if (nothing && container == null && seal == null && !cells.has("item_kind")) {
            return Optional.empty();
        }
        return Optional.of(new FoundItem(
                kind, declared, drugs.canonical(declared), cas, quantity, lot, container, seal, description));
    }
}
