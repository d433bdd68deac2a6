package org.vigia.trends.surges;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigia.events.Alert;
import org.vigia.events.AlertKind;
import org.vigia.events.AlertStatus;
import org.vigia.events.EvidenceKind;
import org.vigia.events.Handling;
import org.vigia.events.Severity;
import org.vigia.trends.claims.Labels;
import org.vigia.trends.state.Label;

/** SEIZURE_SURGE alerts as published. */
final class SurgeAlerts {

    private static final int MOST_NAMED = 12;
    private static final int MOST_SHOWN = 50;

    private final SurgeSettings settings;
    private final SurgeDetector detector;
    private final Neighbours neighbours;

    SurgeAlerts(SurgeSettings settings, SurgeDetector detector, Neighbours neighbours) {
        this.settings = settings;
        this.detector = detector;
        this.neighbours = neighbours;
    }

    /**
     * The alert, RAISED in version 1.
     *
     * @param near series of the drug in neighbouring areas, by key
     */
    Alert write(ReportedSeries own, Surge surge, List<ReportedSeries> near, Instant detectedAt) {
        Series series = own.series();
        String subject = series.trendKey(surge.first().month());
        return Alert.newBuilder()
                .setAlertId(AlertId.of(AlertKind.SEIZURE_SURGE, subject))
                .setKind(AlertKind.SEIZURE_SURGE)
                .setSeverity(severity(surge))
                .setStatus(AlertStatus.RAISED)
                .setOccurredAt(Months.start(surge.first().month())
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant())
                .setDetectedAt(detectedAt)
                .setSubjectId(subject)
                .setSubstances(List.of(series.cell().drug()))
                .setExplanation(explanation(own, surge, near))
                .setEvidence(evidence(own, surge, near).list())
                .setHandling(Handling.newBuilder()
                        .setTlp(Labels.published(label(own, surge, near)))
                        .build())
                .setVersion(1)
                .build();
    }

    /** A surge that lasts, or that incidents and mass both show, is more than a large month. */
    private Severity severity(Surge surge) {
        boolean both = surge.months().stream().anyMatch(month -> month.byEvents() && month.byMass());
        return both || surge.months().size() >= settings.lastingMonths() ? Severity.HIGH : Severity.MEDIUM;
    }

    private String explanation(ReportedSeries own, Surge surge, List<ReportedSeries> near) {
        SurgeMonth first = surge.first();
        List<String> sentences = new ArrayList<>();
        sentences.add("Seizures of " + own.series().cell().drug() + " in "
                + English.place(own.series().cell()) + " in " + Months.english(first.month())
                + " were far above those of the same season of earlier years.");
        sentences.addAll(sentences(first));
        if (surge.months().size() > 1) {
            sentences.add("Above their limits too, up to "
                    + Months.english(surge.last().month()) + ": "
                    + English.list(surge.months().stream()
                            .skip(1)
                            .limit(MOST_NAMED)
                            .map(month -> Months.english(month.month()) + " with "
                                    + English.count(month.events(), "seizure") + " and "
                                    + English.kilograms(month.kilograms()))
                            .toList())
                    + (surge.months().size() > MOST_NAMED + 1 ? ", and later months" : "") + ".");
        }
        if (!surge.last().complete()) {
            sentences.add("The figures of " + Months.english(surge.last().month())
                    + " are not known to be complete; more may still be reported.");
        }
        sentences.add(ofNeighbours(first.month(), near));
        sentences.add("These figures say what was reported as seized, not why: traffic, enforcement and the way of"
                + " reporting can each change them.");
        return String.join(" ", sentences);
    }

    private static List<String> sentences(SurgeMonth month) {
        List<String> sentences = new ArrayList<>();
        String season = "in " + English.count(month.compared().size(), "month") + " of the same season ("
                + English.months(month.compared()) + ")";
        if (month.byEvents()) {
            sentences.add("There were " + English.count(month.events(), "seizure") + "; " + season + " the median was "
                    + English.number(month.expected().median()) + ", and chance alone would hardly exceed "
                    + English.number(month.expected().limit()) + ".");
        }
        if (month.byMass() && month.mass() != null) {
            sentences.add("They weighed " + English.kilograms(month.kilograms()) + "; " + season
                    + " the median mass was " + English.kilograms(month.mass().medianKilograms())
                    + ", and more than " + English.kilograms(month.mass().limitKilograms()) + " is unusual.");
        }
        return sentences;
    }

    private String ofNeighbours(int month, List<ReportedSeries> near) {
        List<String> named = near.stream()
                .limit(MOST_NAMED)
                .map(neighbour -> English.place(neighbour.series().cell()) + " "
                        + (neighbour.reporting().has(month)
                                ? neighbour.series().events(month) + usual(neighbour, month)
                                : "not reported"))
                .toList();
        if (named.isEmpty()) {
            return "No neighbouring area has reported seizures of this drug.";
        }
        return "In neighbouring areas the same month had: " + String.join("; ", named)
                + (near.size() > MOST_NAMED ? "; and " + (near.size() - MOST_NAMED) + " more in the evidence." : ".");
    }

    private String usual(ReportedSeries neighbour, int month) {
        return detector.month(neighbour, month)
                .map(judged -> " (median " + English.number(judged.expected().median()) + ")")
                .orElse(" (too little to compare with)");
    }

    private EvidenceList evidence(ReportedSeries own, Surge surge, List<ReportedSeries> near) {
        EvidenceList evidence = new EvidenceList();
        surge.months().stream().limit(MOST_SHOWN).forEach(month -> add(evidence, own.series(), month));
        int first = surge.first().month();
        near.stream().limit(MOST_SHOWN).forEach(neighbour -> {
            Map<String, String> facts = new TreeMap<>(Map.of(
                    "relation",
                            neighbours.relation(
                                    own.series().area(), neighbour.series().area()),
                    "reported", Boolean.toString(neighbour.reporting().has(first)),
                    "incidents", Long.toString(neighbour.series().events(first))));
            detector.month(neighbour, first).ifPresent(judged -> {
                facts.put("median", English.number(judged.expected().median()));
                facts.put("limit", English.number(judged.expected().limit()));
                facts.put("kilograms", English.kilograms(judged.kilograms()));
            });
            evidence.add(
                    EvidenceKind.BASELINE,
                    neighbour.series().trendKey(first),
                    "The same month in the neighbouring area "
                            + English.place(neighbour.series().cell()) + ".",
                    facts);
        });
        return evidence.add(SurgeSettings.DETECTOR, settings.named());
    }

    private static void add(EvidenceList evidence, Series series, SurgeMonth month) {
        String key = series.trendKey(month.month());
        Map<String, String> baseline = new TreeMap<>(Map.of(
                "months",
                        String.join(
                                ", ", month.compared().stream().map(Months::iso).toList()),
                "incidents", English.counts(month.expected().values()),
                "median", English.number(month.expected().median()),
                "dispersion", English.number(month.expected().dispersion())));
        Map<String, String> limits = new TreeMap<>(Map.of(
                "incidents", Long.toString(month.events()),
                "limit", English.number(month.expected().limit()),
                "ratio", English.number(month.expected().ratio(month.events())),
                "kilograms", English.kilograms(month.kilograms()),
                "complete", Boolean.toString(month.complete())));
        if (month.mass() != null) {
            baseline.put("medianMass", English.kilograms(month.mass().medianKilograms()));
            limits.put("limitOfMass", English.kilograms(month.mass().limitKilograms()));
        }
        evidence.add(
                EvidenceKind.BASELINE,
                "baseline of " + key,
                "What " + Months.english(month.month()) + " is compared with.",
                baseline);
        evidence.add(
                EvidenceKind.THRESHOLD,
                key,
                Months.english(month.month()) + " is above the limit of "
                        + (month.byEvents() && month.byMass()
                                ? "incidents and of mass"
                                : month.byEvents() ? "incidents" : "mass")
                        + ".",
                limits);
    }

    /** The strictest label of the figures that the alert shows or rests on. */
    private Label label(ReportedSeries own, Surge surge, List<ReportedSeries> near) {
        int from = surge.first().month() - settings.years() * Months.A_YEAR - 1;
        Label label = own.series().strictest(Label.CLEAR, from, surge.last().month());
        for (ReportedSeries neighbour : near) {
            label = neighbour.series().strictest(label, from, surge.first().month());
        }
        return label;
    }
}
