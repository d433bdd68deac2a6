package org.vigia.producers.seizure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.vigia.events.Asset;
import org.vigia.events.AssetKind;
import org.vigia.events.ClaimStatus;
import org.vigia.events.ConveyanceMode;
import org.vigia.events.RejectionReason;
import org.vigia.events.SeizedItem;
import org.vigia.events.Seizure;
import org.vigia.producers.cell.Choices;
import org.vigia.producers.cell.Codes;
import org.vigia.producers.cell.Dates;
import org.vigia.producers.cell.Decimals;
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
import org.vigia.producers.table.RowRejection;

/**
 * Seizures in Vigía's own format: a row per substance or asset. A part of a seizure is a substance by its canonical name
 * with form, lot and kind of measure (mass, volume, count), or else an asset by its kind, value and currency.
 */
public final class VigiaSeizures implements GroupMapping {

    private static final String ID = "seizure_id";
    private static final String OCCURRED = "occurred_at";

    public static final Columns COLUMNS = Columns.required(ID)
            .neededUnless(Choices::isRetraction, OCCURRED, "country")
            .optional("substance", "status", "area", "place", "latitude", "longitude", "agency", "mode", "concealment")
            .optional("cas", "form", "quantity", "unit", "purity_percent", "incidents", "origin_country")
            .optional("destination_country", "organisation", "lot", "laboratory_result", "asset_kind")
            .optional("asset_value", "asset_currency", "handling");

    private static final Set<String> SHARED = Set.of(
            OCCURRED,
            "country",
            "area",
            "place",
            "latitude",
            "longitude",
            "agency",
            "mode",
            "concealment",
            "incidents",
            "origin_country",
            "destination_country",
            "organisation");

    private final DrugNames drugs;
    private final LastRead<Whole> wholes = new LastRead<>(VigiaSeizures::readWhole);
    private final LastRead<Part> parts = new LastRead<>(this::readPart);

    public VigiaSeizures(DrugNames drugs) {
        this.drugs = drugs;
    }

    /** What a row says of the event as a whole. */
    private record Whole(
            int incidents,
            ConveyanceMode mode,
            @Nullable String origin,
            @Nullable String destination) {}

    /** What a row says besides. */
    private record Part(@Nullable SeizedItem item, @Nullable Asset asset) {}

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
        Part part = parts.of(row);
        SeizedItem item = part.item();
        if (item == null) {
            Asset asset = part.asset();
            return asset == null
                    ? ""
                    : GroupMapping.part(
                            asset.getKind().name(),
                            Objects.toString(asset.getValue(), ""),
                            Objects.toString(asset.getCurrency(), ""));
        }
        return GroupMapping.part(
                item.getSubstance(),
                Texts.normalise(row.text("form")),
                Texts.normalise(row.text("lot")),
                Quantities.kind(item.getQuantity()));
    }

    @Override
    public void check(Row row, Batch batch) {
        EventDate date = Dates.of(row, OCCURRED);
        if (date != null) {
            Dates.notAfter(date, batch.asOf(), OCCURRED);
        }
        wholes.of(row);
        Places.of(row);
        Handlings.of(row, "handling");
        Part part = parts.of(row);
        if (part.item() == null && part.asset() == null && !Choices.isRetraction(row)) {
            throw new RowRejection(
                    RejectionReason.MISSING_VALUE,
                    "Columns substance and asset_kind are both empty. A row names one of them, unless its status is"
                            + " RETRACTED.");
        }
    }

    @Override
    public SpecificRecord event(ClaimRows rows, Batch batch) {
        Map<String, String> attributes = rows.unknown();
        List<SeizedItem> items = new ArrayList<>();
        List<Asset> assets = new ArrayList<>();
        for (Row row : rows.rows()) {
            Part part = parts.of(row);
            if (part.item() != null) {
                items.add(part.item());
            }
            if (part.asset() != null) {
                assets.add(part.asset());
            }
        }
        items.sort(null);
        assets.sort(null);
        Whole whole = wholes.of(rows.whole());
        String key = key(rows.rows().getFirst(), batch);
        return new Seizure(
                Envelopes.placed(rows, batch, key, Dates.of(rows, OCCURRED), OCCURRED),
                items,
                assets,
                whole.incidents(),
                whole.mode(),
                Texts.orNull(rows, "concealment"),
                whole.origin(),
                whole.destination(),
                Texts.orNull(rows, "organisation"),
                null,
                attributes);
    }

    private static Whole readWhole(Cells cells) {
        Integer incidents = Decimals.count(cells, "incidents");
        String origin = Codes.country(cells, "origin_country");
        String destination = Codes.country(cells, "destination_country");
        return new Whole(
                incidents == null ? 1 : incidents,
                Choices.of(cells, "mode", ConveyanceMode.class, ConveyanceMode.UNKNOWN),
                origin.isEmpty() ? null : origin,
                destination.isEmpty() ? null : destination);
    }

    private Part readPart(Cells cells) {
        return new Part(item(cells), asset(cells));
    }

    private @Nullable SeizedItem item(Cells cells) {
        var quantity = Quantities.of(cells, "quantity", "unit");
        Double purity = Decimals.between(cells, "purity_percent", 0, 100);
        String declared = cells.text("substance");
        if (declared.isEmpty()) {
            if (quantity != null || cells.has("cas")) {
                throw new RowRejection(
                        RejectionReason.MISSING_VALUE,
                        "Column substance is empty, but quantity or cas is given. Name the substance as declared.");
            }
            return null;
        }
        return new SeizedItem(
                declared,
                drugs.canonical(declared),
                Texts.orNull(cells, "cas"),
                Texts.orNull(cells, "form"),
                quantity,
                purity,
                Texts.orNull(cells, "lot"),
                Texts.orNull(cells, "laboratory_result"));
    }

    private static @Nullable Asset asset(Cells cells) {
        AssetKind kind = Choices.of(cells, "asset_kind", AssetKind.class, AssetKind.UNKNOWN);
        var value = Decimals.notNegative(cells, "asset_value");
        if (!cells.has("asset_kind")) {
            if (value != null) {
                throw new RowRejection(
                        RejectionReason.MISSING_VALUE,
                        "Column asset_kind is empty, but asset_value is given. Use CASH, ACCOUNT, CRYPTO or GOODS.");
            }
            return null;
        }
        String currency = kind == AssetKind.CRYPTO
                ? Codes.ticker(cells, "asset_currency")
                : Codes.currency(cells, "asset_currency");
        if (value != null && currency == null) {
            throw new RowRejection(
                    RejectionReason.MISSING_VALUE,
                    "Column asset_currency is empty, but asset_value is given. Name its currency, for example MXN.");
        }
        return new Asset(kind, value == null ? null : Decimals.canonical(value), currency);
    }
}
