package org.vigia.trends.claims;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigia.events.Envelope;
import org.vigia.events.FoundItem;
import org.vigia.events.GoodsLine;
import org.vigia.events.LabDismantlement;
import org.vigia.events.Place;
import org.vigia.events.Port;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.SeizedItem;
import org.vigia.events.Seizure;
import org.vigia.events.TrendSeries;
import org.vigia.runtime.streams.InvalidEventException;
import org.vigia.schemas.substance.CasNumber;
import org.vigia.schemas.validity.EventFaults;

/**
 * What each kind of event adds to the trends.
 *
 * <ul>
 *   <li>A seizure counts its incidents once for each substance it names; one that names no substance (assets only)
 *       adds nothing.
 *   <li>A laboratory counts under its kind, and once more under each substance or object found in it, in another
 *       series.
 *   <li>A shipment counts once for each of its goods, known by CAS number where one is declared and its check digit
 *       holds, else by the declared text in lower case; the place is its destination.
 * </ul>
 *
 * Figures of different series are never added to each other. An event that cannot be true is refused as a whole, with
 * an {@link InvalidEventException}.
 */
public final class Contributions {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final String UNKNOWN = "unknown";

    private final MorphineEquivalents equivalents;

    public Contributions(MorphineEquivalents equivalents) {
        this.equivalents = equivalents;
    }

    public Claim of(Seizure seizure) {
        refuseIfPresent(EventFaults.of(seizure));
        Envelope envelope = seizure.getEnvelope();
        CountedLines lines = new CountedLines(envelope, equivalents);
        for (SeizedItem item : seizure.getItems()) {
            lines.add(
                    cell(TrendSeries.SEIZURES, item.getSubstance(), envelope),
                    seizure.getIncidents(),
                    item.getQuantity(),
                    item.getPurityPercent());
        }
        return Claim.of("seizure", envelope, lines.counted());
    }

    public Claim of(LabDismantlement laboratory) {
        refuseIfPresent(EventFaults.of(laboratory));
        Envelope envelope = laboratory.getEnvelope();
        CountedLines lines = new CountedLines(envelope, equivalents);
        String kind = laboratory.getKind().name().toLowerCase(Locale.ROOT);
        lines.add(cell(TrendSeries.LABORATORIES, kind, envelope), laboratory.getLaboratories(), null, null);
        for (FoundItem item : laboratory.getItems()) {
            lines.add(
                    cell(TrendSeries.LABORATORY_ITEMS, item.getSubstance(), envelope),
                    laboratory.getLaboratories(),
                    item.getQuantity(),
                    null);
        }
        return Claim.of("laboratory", envelope, lines.counted());
    }

    public Claim of(PrecursorShipment shipment) {
        refuseIfPresent(EventFaults.of(shipment));
        Envelope envelope = shipment.getEnvelope();
        CountedLines lines = new CountedLines(envelope, equivalents);
        Port destination = shipment.getDestination();
        String country = orEmpty(destination.getCountry());
        String area = destination.getLocode() == null ? orEmpty(destination.getName()) : destination.getLocode();
        for (GoodsLine goods : shipment.getGoods()) {
            Cell cell = new Cell(TrendSeries.SHIPMENTS, goodsName(goods), country, area, envelope.getAgency());
            lines.add(cell, 1, goods.getQuantity(), null);
        }
        return Claim.of("shipment", envelope, lines.counted());
    }

    private static void refuseIfPresent(Optional<String> fault) {
        fault.ifPresent(message -> {
            throw new InvalidEventException(message);
        });
    }

    private static Cell cell(TrendSeries series, String drug, Envelope envelope) {
        Place place = envelope.getPlace();
        String area = place.getSubdivision() == null ? orEmpty(place.getArea()) : place.getSubdivision();
        return new Cell(series, drug.isBlank() ? UNKNOWN : drug, place.getCountry(), area, envelope.getAgency());
    }

    private static String goodsName(GoodsLine goods) {
        Optional<CasNumber> cas = CasNumber.parse(orEmpty(goods.getCas()));
        if (cas.isPresent()) {
            return cas.get().value();
        }
        String text = Normalizer.normalize(goods.getDescription(), Normalizer.Form.NFKC);
        String name =
                BLANKS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        return name.isEmpty() ? UNKNOWN : name;
    }

    private static String orEmpty(@Nullable String text) {
        return Optional.ofNullable(text).orElse("");
    }
}
