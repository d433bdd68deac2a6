package org.vigia.screening.history;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.vigia.events.AlertKind;
import org.vigia.events.EvidenceKind;
import org.vigia.events.Severity;
import org.vigia.events.TradeBaseline;
import org.vigia.screening.state.Facet;
import org.vigia.screening.state.Finding;
import org.vigia.screening.state.Observation;

/**
 * A quantity of a listed substance far above what its trade usually carries: the same substance, route and consignee;
 * where that is too short, the route with all consignees; where that is too short too, what the country imports in a
 * year.
 */
public final class QuantityOutlier implements Detector {

    private static final String HISTORY = "history";
    private static final String LEAST_HISTORY = "least_history";
    private static final String RATIO = "ratio";
    private static final String DEVIATIONS = "deviations";
    private static final String TRADE_SHARE = "trade_share";
    private static final String ALL = "all";

    @Override
    public AlertKind kind() {
        return AlertKind.QUANTITY;
    }

    @Override
    public List<SeriesKey> series(Observation o) {
        boolean weighed = o.getKilograms() != null && o.getKilograms() > 0;
        if (o.getFacet() != Facet.GOODS || o.getListEntry().isEmpty() || !weighed) {
            return List.of();
        }
        String trade = o.getSubstance() + "|" + o.getOrigin() + "|" + FindingWriter.port(o);
        return List.of(new SeriesKey(trade, ALL), new SeriesKey(trade, consignee(o)));
    }

    private static String consignee(Observation o) {
        return "consignee|" + Keys.of(o.getConsignee());
    }

    @Override
    public Collection<Judged> judge(String partition, Observation changed, History history, Context context) {
        int reach = context.settings().count(HISTORY);
        TreeSet<Observation> affected = new TreeSet<>(History.ORDER);
        affected.addAll(history.between(ALL, changed.getAt(), changed.getAt() + 1));
        affected.addAll(history.after(ALL, changed, reach));
        affected.addAll(history.after(consignee(changed), changed, reach));
        return affected.stream()
                .map(shipment -> new Judged(
                        shipment, find(shipment, history, context).map(List::of).orElse(List.of())))
                .toList();
    }

    private Optional<Finding> find(Observation shipment, History history, Context context) {
        Settings settings = context.settings();
        if (!settings.enabled()) {
            return Optional.empty();
        }
        double kilograms = kilograms(shipment);
        List<Observation> usual = history.before(consignee(shipment), shipment, settings.count(HISTORY));
        boolean own = usual.size() >= settings.count(LEAST_HISTORY);
        if (!own) {
            usual = history.before(ALL, shipment, settings.count(HISTORY));
        }
        if (usual.size() < settings.count(LEAST_HISTORY)) {
            return againstTrade(shipment, kilograms, context);
        }
        Robust baseline =
                Robust.of(usual.stream().map(QuantityOutlier::kilograms).toList());
        boolean outlier = baseline.ratio(kilograms) >= settings.number(RATIO)
                && baseline.deviations(kilograms) >= settings.number(DEVIATIONS);
        return outlier
                ? Optional.of(againstHistory(shipment, kilograms, baseline, usual, own, settings))
                : Optional.empty();
    }

    private static double kilograms(Observation shipment) {
        return Objects.requireNonNullElse(shipment.getKilograms(), 0.0);
    }

    private Finding againstHistory(
            Observation shipment,
            double kilograms,
            Robust baseline,
            List<Observation> usual,
            boolean own,
            Settings settings) {
        String whose = own
                ? "for the consignee " + Words.quoted(shipment.getConsignee())
                : "for any consignee (those of this consignee are too few)";
        FindingWriter writer = writer(shipment, kilograms, settings)
                .used(HISTORY, LEAST_HISTORY, RATIO, DEVIATIONS)
                .say("The %d shipments of this substance on this route before it, since %s, %s, had a median of %s."
                        .formatted(
                                baseline.count(),
                                Words.day(usual.getLast().getAt()),
                                whose,
                                Words.kilograms(baseline.median())))
                .say(
                        "This one has %s times as much, and its logarithm lies %s robust deviations above theirs; an alert takes %s times and %s deviations."
                                .formatted(
                                        Words.number(baseline.ratio(kilograms)),
                                        Words.number(baseline.deviations(kilograms)),
                                        Words.number(settings.number(RATIO)),
                                        Words.number(settings.number(DEVIATIONS))));
        return writer.rests(
                        EvidenceKind.BASELINE,
                        "quantity of " + shipment.getSubstance(),
                        "Median of the shipments before, " + whose + ".",
                        Map.of(
                                "median", Words.kilograms(baseline.median()),
                                "shipments", Integer.toString(baseline.count()),
                                "first", usual.getLast().getEventId(),
                                "last", usual.getFirst().getEventId(),
                                "ratio", Words.number(baseline.ratio(kilograms)),
                                "deviations", Words.number(baseline.deviations(kilograms))))
                .write();
    }

    private Optional<Finding> againstTrade(Observation shipment, double kilograms, Context context) {
        Settings settings = context.settings();
        int year =
                Instant.ofEpochMilli(shipment.getAt()).atOffset(ZoneOffset.UTC).getYear();
        String hs = shipment.getHs().isEmpty()
                ? shipment.getListedHs().stream().findFirst().orElse("")
                : shipment.getHs();
        return context.trade()
                .imports(shipment.getCountry(), hs, year)
                .filter(yearly -> kilograms >= settings.number(TRADE_SHARE) * TradeBaselines.kilograms(yearly))
                .map(yearly -> againstTrade(shipment, kilograms, yearly, settings));
    }

    private Finding againstTrade(Observation shipment, double kilograms, TradeBaseline yearly, Settings settings) {
        double imports = TradeBaselines.kilograms(yearly);
        return writer(shipment, kilograms, settings)
                .used(LEAST_HISTORY, TRADE_SHARE)
                .say(
                        "There are fewer than %d shipments of this substance on this route to compare it with; in %d %s imported %s of heading %s in all, and this shipment is %s percent of that."
                                .formatted(
                                        settings.count(LEAST_HISTORY),
                                        yearly.getYear(),
                                        yearly.getReporter(),
                                        Words.kilograms(imports),
                                        yearly.getHsCode(),
                                        Words.number(100 * kilograms / imports)))
                .rests(
                        EvidenceKind.BASELINE,
                        yearly.getBaselineId(),
                        "Imports of the heading in a year, as the country reports them.",
                        Map.of("kilograms", Words.number(imports), "year", Integer.toString(yearly.getYear())))
                .write();
    }

    private FindingWriter writer(Observation shipment, double kilograms, Settings settings) {
        FindingWriter writer = new FindingWriter(kind(), shipment, shipment.getSubstance(), settings)
                .severity(Severity.MEDIUM)
                .substance(shipment.getSubstanceName())
                .say("%s declares %s of %s, which is listed (%s)."
                        .formatted(
                                FindingWriter.opening(shipment),
                                Words.kilograms(kilograms),
                                shipment.getSubstanceName(),
                                shipment.getListEntry()));
        return shipment.getLitres() ? writer.say("One litre was assumed to weigh one kilogram (1 L = 1 kg).") : writer;
    }
}
