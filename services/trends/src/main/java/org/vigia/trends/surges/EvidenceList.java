package org.vigia.trends.surges;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigia.events.Evidence;
import org.vigia.events.EvidenceKind;

/** Evidence in the order in which it is added. */
final class EvidenceList {

    private final List<Evidence> evidence = new ArrayList<>();

    EvidenceList add(EvidenceKind kind, String reference, String detail, Map<String, String> facts) {
        evidence.add(Evidence.newBuilder()
                .setKind(kind)
                .setReference(reference)
                .setDetail(detail)
                .setFacts(new TreeMap<>(facts))
                .build());
        return this;
    }

    /** The settings of a detector with their version. */
    EvidenceList add(String detector, NamedSettings settings) {
        Map<String, String> facts = new TreeMap<>(settings.values());
        facts.put("version", Integer.toString(settings.version()));
        return add(EvidenceKind.SETTING, detector, "Judged by " + settings.origin() + ".", facts);
    }

    List<Evidence> list() {
        return List.copyOf(evidence);
    }
}
