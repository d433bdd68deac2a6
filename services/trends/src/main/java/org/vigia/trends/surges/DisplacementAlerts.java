package org.vigia.trends.surges;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigia.events.Alert;
import org.vigia.events.AlertKind;
import org.vigia.events.AlertStatus;
import org.vigia.events.EvidenceKind;
import org.vigia.events.Handling;
import org.vigia.events.Severity;
import org.vigia.trends.claims.Labels;
import org.vigia.trends.state.Label;

/** DISPLACEMENT alerts as published. Their subject is the first month of the fall. */
final class DisplacementAlerts {

    private static final int MOST_SHOWN = 50;
    private static final double GRAVE_FALL = 0.25;
    private static final double MICROGRAMS = 1e9;

    private final DisplacementSettings settings;
    private final Neighbours neighbours;

    DisplacementAlerts(DisplacementSettings settings, Neighbours neighbours) {
        this.settings = settings;
        this.neighbours = neighbours;
    }

    /**
     * The alert, RAISED in version 1.
     *
     * @param near series of the drug in neighbouring areas, by key
     */
    Alert write(ReportedSeries own, Displacement displacement, List<ReportedSeries> near, Instant detectedAt) {
        Series series = own.series();
        String subject = series.trendKey(displacement.month());
        RateChange fall = displacement.strongest().fall();
        return Alert.newBuilder()
                .setAlertId(AlertId.of(AlertKind.DISPLACEMENT, subject))
                .setKind(AlertKind.DISPLACEMENT)
                .setSeverity(fall.meanAfter() <= GRAVE_FALL * fall.meanBefore() ? Severity.HIGH : Severity.MEDIUM)
                .setStatus(AlertStatus.RAISED)
                .setOccurredAt(Months.start(displacement.month())
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant())
                .setDetectedAt(detectedAt)
                .setSubjectId(subject)
                .setSubstances(List.of(series.cell().drug()))
                .setExplanation(explanation(own, displacement))
                .setEvidence(evidence(own, displacement, near).list())
                .setHandling(Handling.newBuilder()
                        .setTlp(Labels.published(label(own, displacement, near)))
                        .build())
                .setVersion(1)
                .build();
    }

    private String explanation(ReportedSeries own, Displacement displacement) {
        Move move = displacement.strongest();
        String here = English.place(own.series().cell());
        String there = English.place(move.to().series().cell());
        String since = Months.english(move.month());
        double offset = (move.rise().meanAfter() - move.rise().meanBefore())
                / (move.fall().meanBefore() - move.fall().meanAfter());
        List<String> sentences = new ArrayList<>();
        sentences.add("From " + since + " on, seizures of "
                + own.series().cell().drug() + " fell in " + here
                + " and rose in its neighbour " + there + " ("
                + neighbours.relation(own.series().area(), move.to().series().area()) + ").");
        sentences.add(change(here, move.fall(), since));
        sentences.add(change(there, move.rise(), since));
        sentences.add("The rise makes up for " + Math.round(offset * 100) + " % of the fall. Each of the two changes is"
                + " larger than chance explains (z = "
                + English.number(move.fall().z()) + " and "
                + English.number(move.rise().z()) + ", limit " + English.number(settings.z())
                + "), and of all months " + since + " divides the shares of the two areas best.");
        if (!displacement.others().isEmpty()) {
            sentences.add("Other neighbours that rose about that time: "
                    + English.list(displacement.others().stream()
                            .map(other -> English.place(other.to().series().cell()) + " from "
                                    + Months.english(other.month()) + " on")
                            .toList())
                    + ".");
        }
        sentences.add("Only months that both agencies have reported completely are compared. These figures say what was"
                + " reported as seized, not why: traffic, enforcement and the way of reporting can each move them.");
        return String.join(" ", sentences);
    }

    private static String change(String place, RateChange change, String since) {
        return place + " had " + English.number(change.meanBefore()) + " a month in the "
                + English.count(change.before().size(), "month") + " compared before, and "
                + English.number(change.meanAfter()) + " in the "
                + English.count(change.after().size(), "month") + " compared from " + since + " on.";
    }

    private EvidenceList evidence(ReportedSeries own, Displacement displacement, List<ReportedSeries> near) {
        Move move = displacement.strongest();
        EvidenceList evidence = new EvidenceList();
        add(evidence, own, move.month(), move.fall(), "fell");
        add(evidence, move.to(), move.month(), move.rise(), "rose");
        for (Move other : displacement.others()) {
            add(evidence, other.to(), other.month(), other.rise(), "rose too");
        }
        near.stream()
                .limit(MOST_SHOWN)
                .forEach(neighbour -> evidence.add(
                        EvidenceKind.BASELINE,
                        neighbour.series().trendKey(move.month()),
                        "What the neighbouring area "
                                + English.place(neighbour.series().cell()) + " had.",
                        Map.of(
                                "relation",
                                        neighbours.relation(
                                                own.series().area(),
                                                neighbour.series().area()),
                                "incidentsBefore",
                                        Long.toString(sum(neighbour, move.month() - settings.window(), move.month())),
                                "incidentsAfter",
                                        Long.toString(
                                                sum(neighbour, move.month(), move.month() + settings.window())))));
        return evidence.add(DisplacementSettings.DETECTOR, settings.named());
    }

    private void add(EvidenceList evidence, ReportedSeries of, int month, RateChange change, String what) {
        String key = of.series().trendKey(month);
        String place = English.place(of.series().cell());
        evidence.add(
                EvidenceKind.BASELINE,
                "baseline of " + key,
                "What " + place + " had before " + Months.english(month) + ".",
                Map.of(
                        "incidents", English.counts(change.before()),
                        "mean", English.number(change.meanBefore()),
                        "median", English.number(change.medianBefore()),
                        "kilograms", kilograms(of, month - settings.window(), month)));
        evidence.add(
                EvidenceKind.THRESHOLD,
                key,
                place + " " + what + " from " + Months.english(month) + " on.",
                Map.of(
                        "incidents", English.counts(change.after()),
                        "mean", English.number(change.meanAfter()),
                        "median", English.number(change.medianAfter()),
                        "kilograms", kilograms(of, month, month + settings.window()),
                        "dispersion", English.number(change.dispersion()),
                        "z", English.number(change.z()),
                        "limit", English.number(settings.z())));
    }

    private static String kilograms(ReportedSeries of, int from, int end) {
        double micrograms = 0;
        for (int month = from; month < end; month++) {
            micrograms += of.covers(month) ? of.series().micrograms(month) : 0;
        }
        return English.kilograms(micrograms / MICROGRAMS);
    }

    private static long sum(ReportedSeries of, int from, int end) {
        long events = 0;
        for (int month = from; month < end; month++) {
            events += of.covers(month) ? of.series().events(month) : 0;
        }
        return events;
    }

    /** The strictest label of the figures that the alert shows or rests on. */
    private Label label(ReportedSeries own, Displacement displacement, List<ReportedSeries> near) {
        int from = displacement.month() - settings.window() - Months.A_YEAR;
        int to = displacement.month() + settings.window() + Months.A_YEAR;
        Label label = own.series().strictest(Label.CLEAR, from, to);
        for (ReportedSeries neighbour : near) {
            label = neighbour.series().strictest(label, from, to);
        }
        return label;
    }
}
