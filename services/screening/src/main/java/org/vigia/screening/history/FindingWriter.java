package org.vigia.screening.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigia.events.AlertKind;
import org.vigia.events.EvidenceKind;
import org.vigia.events.Handling;
import org.vigia.events.Severity;
import org.vigia.events.TrafficLight;
import org.vigia.screening.revision.StrictestHandling;
import org.vigia.screening.state.EventRole;
import org.vigia.screening.state.Finding;
import org.vigia.screening.state.FindingEvidence;
import org.vigia.screening.state.Observation;

/** Writes down what was found about an observation: sentences, and the evidence each of them rests on. */
final class FindingWriter {

    /** An alert must stay far below the megabyte that a broker accepts. */
    private static final int MOST_EVENTS = 40;

    private final AlertKind kind;
    private final Observation subject;
    private final String about;
    private final Settings settings;
    private final List<String> sentences = new ArrayList<>();
    private final Map<String, FindingEvidence> events = new LinkedHashMap<>();
    private final List<FindingEvidence> rests = new ArrayList<>();
    private final Set<String> settingsUsed = new LinkedHashSet<>();
    private final Set<String> substances = new LinkedHashSet<>();
    private Severity severity = Severity.MEDIUM;
    private Handling handling;
    private int more;
    private int occurrences = 1;

    /** @param about findings of one kind about the same of one subject are one alert */
    FindingWriter(AlertKind kind, Observation subject, String about, Settings settings) {
        this.kind = kind;
        this.subject = subject;
        this.about = about;
        this.settings = settings;
        this.handling = handling(subject);
        event(subject, Map.of());
    }

    FindingWriter severity(Severity value) {
        severity = value;
        return this;
    }

    FindingWriter occurrences(int value) {
        occurrences = value;
        return this;
    }

    FindingWriter substance(String name) {
        if (!name.isEmpty()) {
            substances.add(name);
        }
        return this;
    }

    FindingWriter say(String sentence) {
        sentences.add(sentence);
        return this;
    }

    /** An event the finding rests on, with the values of it that were used. */
    FindingWriter event(Observation observation, Map<String, String> facts) {
        handling = StrictestHandling.of(handling, handling(observation));
        String key = observation.getEventId() + '\0' + observation.getPart();
        if (events.size() >= MOST_EVENTS && !events.containsKey(key)) {
            more++;
            return this;
        }
        Map<String, String> all = new TreeMap<>(facts);
        all.put("date", Words.day(observation.getAt()));
        put(all, "line", observation.getPart());
        put(all, "description", observation.getDeclared());
        put(all, "quantity", observation.getKilograms() == null ? "" : Words.kilograms(observation.getKilograms()));
        put(all, "assumption", observation.getLitres() ? "1 L = 1 kg" : "");
        put(all, "consignee", observation.getConsignee());
        events.put(
                key,
                FindingEvidence.newBuilder()
                        .setKind(EvidenceKind.EVENT.name())
                        .setReference(observation.getEventId())
                        .setDetail(role(observation) + " " + observation.getEventId() + " of "
                                + Words.day(observation.getAt()) + ", reported by " + observation.getPartner() + ".")
                        .setFacts(all)
                        .setSource(observation.getSource())
                        .build());
        return this;
    }

    /** What something was compared with. */
    FindingWriter rests(EvidenceKind evidence, String reference, String detail, Map<String, String> facts) {
        rests.add(FindingEvidence.newBuilder()
                .setKind(evidence.name())
                .setReference(reference)
                .setDetail(detail)
                .setFacts(new TreeMap<>(facts))
                .build());
        return this;
    }

    /** Settings that the finding depends on. */
    FindingWriter used(String... names) {
        settingsUsed.addAll(List.of(names));
        return this;
    }

    Finding write() {
        List<FindingEvidence> evidence = new ArrayList<>(events.values());
        evidence.addAll(rests);
        evidence.add(settings());
        return Finding.newBuilder()
                .setKind(kind.name())
                .setSubjectId(subject.getEventId())
                .setRole(subject.getRole())
                .setAbout(about)
                .setSeverity(severity.name())
                .setAt(subject.getAt())
                .setCountry(subject.getCountry())
                .setLocode(subject.getLocode())
                .setPlace(subject.getPlace())
                .setSubstances(List.copyOf(substances))
                .setParties(parties())
                .setExplanation(String.join(" ", sentences))
                .setEvidence(evidence)
                .setOccurrences(occurrences)
                .setLabel(handling.getTlp().name())
                .setOriginator(handling.getOriginator())
                .setCaveats(handling.getCaveats())
                .build();
    }

    private FindingEvidence settings() {
        Map<String, String> facts = new TreeMap<>();
        settingsUsed.forEach(name -> facts.put(name, Words.number(settings.number(name))));
        facts.put("version", Integer.toString(settings.version()));
        if (more > 0) {
            facts.put("moreEvents", Integer.toString(more));
        }
        return FindingEvidence.newBuilder()
                .setKind(EvidenceKind.SETTING.name())
                .setReference(settings.detector())
                .setDetail(
                        settings.version() == 0
                                ? "The settings are those that Vigía ships with."
                                : "The settings are version " + settings.version() + ".")
                .setFacts(facts)
                .build();
    }

    private List<String> parties() {
        Set<String> parties = new LinkedHashSet<>();
        for (String name : List.of(subject.getShipper(), subject.getConsignee(), subject.getBroker())) {
            if (!name.isBlank()) {
                parties.add(name);
            }
        }
        return List.copyOf(parties);
    }

    /** For example {@code Shipment}. */
    static String role(Observation observation) {
        return switch (observation.getRole()) {
            case SHIPMENT -> "Shipment";
            case LABORATORY -> "Laboratory";
            case SEIZURE -> "Seizure";
        };
    }

    /** How a sentence begins that is about an observation, for example {@code Shipment x of 3 May 2024, ...,}. */
    static String opening(Observation observation) {
        String route = observation.getRole() == EventRole.SHIPMENT
                ? " from " + orUnknown(observation.getOrigin()) + " to " + orUnknown(port(observation))
                : place(observation);
        return role(observation) + " " + observation.getEventId() + " of " + Words.day(observation.getAt()) + route
                + ", reported by " + observation.getPartner() + ",";
    }

    /** UN/LOCODE or name of where the goods go. */
    static String port(Observation observation) {
        return observation.getLocode().isEmpty() ? observation.getPlace() : observation.getLocode();
    }

    private static String place(Observation observation) {
        return observation.getPlace().isEmpty() ? "" : " at " + observation.getPlace();
    }

    private static String orUnknown(String port) {
        return port.isEmpty() ? "an unknown port" : port;
    }

    private static void put(Map<String, String> facts, String name, @Nullable String value) {
        if (!Objects.requireNonNullElse(value, "").isEmpty()) {
            facts.putIfAbsent(name, Objects.requireNonNullElse(value, ""));
        }
    }

    private static Handling handling(Observation observation) {
        return Handling.newBuilder()
                .setTlp(TrafficLight.valueOf(observation.getLabel()))
                .setOriginator(observation.getOriginator())
                .setCaveats(observation.getCaveats())
                .build();
    }
}
