package org.vigia.screening.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigia.events.Alert;
import org.vigia.events.AlertKind;
import org.vigia.events.AlertStatus;
import org.vigia.events.Evidence;
import org.vigia.events.EvidenceKind;
import org.vigia.events.Handling;
import org.vigia.events.Jurisdiction;
import org.vigia.events.Severity;
import org.vigia.events.TrafficLight;
import org.vigia.screening.revision.StrictestHandling;
import org.vigia.screening.state.Finding;
import org.vigia.screening.state.FindingEvidence;

/** Writes the findings about one event as alerts: those of one kind about the same are one alert, which counts them. */
public final class HistoryAlerts {

    /** Findings about a laboratory that stand only if nothing says more. */
    private static final Set<String> WEAK = Set.of(LaboratoryLink.POSSIBLE, LaboratoryLink.UNEXPLAINED);

    private static final int ID_BYTES = 16;
    private static final int MOST_FINDINGS = 20;

    private final Jurisdictions jurisdictions;

    public HistoryAlerts(Jurisdictions jurisdictions) {
        this.jurisdictions = jurisdictions;
    }

    /** The alerts as they are raised for the first time; the order of the findings does not matter. */
    public List<Alert> write(Collection<Finding> findings, Instant detectedAt) {
        String explained = explained(findings);
        Map<String, List<Finding>> alerts = new TreeMap<>();
        for (Finding finding : findings) {
            if (!isWeaker(finding, explained)) {
                alerts.computeIfAbsent(alertId(finding), id -> new ArrayList<>())
                        .add(finding);
            }
        }
        List<Alert> written = new ArrayList<>();
        alerts.forEach((id, same) -> {
            same.sort(Comparator.comparing(Finding::getExplanation).thenComparing(Finding::toString));
            written.add(write(id, same, detectedAt));
        });
        return written;
    }

    /** What explains a laboratory best: an identifier, else possible shipments, else nothing. */
    private static String explained(Collection<Finding> findings) {
        List<String> links = findings.stream()
                .filter(finding -> finding.getKind().equals(AlertKind.LAB_LINK.name()))
                .map(Finding::getAbout)
                .toList();
        if (links.stream().anyMatch(about -> !WEAK.contains(about))) {
            return "";
        }
        return links.contains(LaboratoryLink.POSSIBLE) ? LaboratoryLink.POSSIBLE : LaboratoryLink.UNEXPLAINED;
    }

    private static boolean isWeaker(Finding finding, String explained) {
        return finding.getKind().equals(AlertKind.LAB_LINK.name())
                && WEAK.contains(finding.getAbout())
                && !finding.getAbout().equals(explained);
    }

    /** The same facts have the same id. */
    private static String alertId(Finding finding) {
        String facts = String.join("\0", finding.getKind(), finding.getSubjectId(), finding.getAbout());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(facts.getBytes(StandardCharsets.UTF_8));
            return "H-" + HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private Alert write(String id, List<Finding> same, Instant detectedAt) {
        Finding first = same.getFirst();
        Instant at = Instant.ofEpochMilli(first.getAt());
        LocalDate day = at.atOffset(ZoneOffset.UTC).toLocalDate();
        List<Jurisdiction> concerned = jurisdictions.of(first.getCountry(), first.getLocode(), first.getPlace(), day);
        int occurrences = same.stream().mapToInt(Finding::getOccurrences).sum();
        return Alert.newBuilder()
                .setAlertId(id)
                .setKind(AlertKind.valueOf(first.getKind()))
                .setSeverity(same.stream()
                        .map(finding -> Severity.valueOf(finding.getSeverity()))
                        .max(Comparator.naturalOrder())
                        .orElseThrow())
                .setStatus(AlertStatus.RAISED)
                .setOccurredAt(at)
                .setDetectedAt(detectedAt)
                .setSubjectId(first.getSubjectId())
                .setSubstances(union(same, Finding::getSubstances))
                .setParties(union(same, Finding::getParties))
                .setExplanation(explanation(same, occurrences, concerned))
                .setEvidence(evidence(same, occurrences, concerned))
                .setHandling(handling(same))
                .setConcerns(concerned.stream()
                        .map(Jurisdiction::getAgency)
                        .distinct()
                        .toList())
                .setVersion(1)
                .build();
    }

    private static List<String> union(List<Finding> same, Function<Finding, List<String>> values) {
        Set<String> union = new LinkedHashSet<>();
        same.forEach(finding -> union.addAll(values.apply(finding)));
        return List.copyOf(union);
    }

    private static String explanation(List<Finding> same, int occurrences, List<Jurisdiction> concerned) {
        Set<String> sentences = new LinkedHashSet<>();
        same.stream().limit(MOST_FINDINGS).map(Finding::getExplanation).forEach(sentences::add);
        if (occurrences > 1) {
            sentences.add("The same was found " + occurrences + " times; this is one alert for all of them.");
        }
        concerned.forEach(jurisdiction -> sentences.add(control(jurisdiction)));
        return String.join(" ", sentences);
    }

    private static String control(Jurisdiction jurisdiction) {
        return "On the day of the event %s (%s) was under the control of %s, whom this concerns."
                .formatted(jurisdiction.getPlace(), jurisdiction.getKind(), jurisdiction.getAgency());
    }

    private static List<Evidence> evidence(List<Finding> same, int occurrences, List<Jurisdiction> concerned) {
        Map<String, Evidence> evidence = new LinkedHashMap<>();
        for (Finding finding : same.subList(0, Math.min(same.size(), MOST_FINDINGS))) {
            for (FindingEvidence rests : finding.getEvidence()) {
                String key = rests.getKind()
                        + rests.getReference()
                        + rests.getDetail()
                        + rests.getFacts().getOrDefault("line", "");
                evidence.merge(key, published(rests, occurrences), HistoryAlerts::joined);
            }
        }
        concerned.forEach(jurisdiction -> evidence.put(
                jurisdiction.getJurisdictionId(),
                Evidence.newBuilder()
                        .setKind(EvidenceKind.LIST_ENTRY)
                        .setReference(jurisdiction.getJurisdictionId())
                        .setDetail(control(jurisdiction))
                        .setFacts(jurisdictionFacts(jurisdiction))
                        .setSource(jurisdiction.getSource())
                        .build()));
        return List.copyOf(evidence.values());
    }

    private static Map<String, String> jurisdictionFacts(Jurisdiction jurisdiction) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("agency", jurisdiction.getAgency());
        put(facts, "from", jurisdiction.getValidFrom());
        put(facts, "until", jurisdiction.getValidUntil());
        put(facts, "reference", jurisdiction.getReference());
        return facts;
    }

    private static void put(Map<String, String> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value.toString());
        }
    }

    private static Evidence published(FindingEvidence rests, int occurrences) {
        Map<String, String> facts = new TreeMap<>(rests.getFacts());
        EvidenceKind kind = EvidenceKind.valueOf(rests.getKind());
        if (kind == EvidenceKind.SETTING) {
            facts.put("occurrences", Integer.toString(occurrences));
        }
        return Evidence.newBuilder()
                .setKind(kind)
                .setReference(rests.getReference())
                .setDetail(rests.getDetail())
                .setFacts(facts)
                .setSource(rests.getSource() == null ? null : Sources.published(rests.getSource()))
                .build();
    }

    private static Evidence joined(Evidence a, Evidence b) {
        Map<String, String> facts = new TreeMap<>(b.getFacts());
        facts.putAll(a.getFacts());
        return Evidence.newBuilder(a).setFacts(facts).build();
    }

    private static Handling handling(List<Finding> same) {
        return same.stream()
                .map(finding -> Handling.newBuilder()
                        .setTlp(TrafficLight.valueOf(finding.getLabel()))
                        .setOriginator(finding.getOriginator())
                        .setCaveats(finding.getCaveats())
                        .build())
                .reduce(StrictestHandling::of)
                .orElseThrow();
    }
}
