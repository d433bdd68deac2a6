package org.vigia.screening.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigia.screening.state.Cause;
import org.vigia.screening.state.Observation;
import org.vigia.screening.state.ObservationChange;

/** What a version of an event changes, partition by partition. */
public final class ObservationChanges {

    private ObservationChanges() {}

    /**
     * A change and where it happens.
     *
     * @param partition that of {@link SeriesKey}
     */
    public record In(String partition, ObservationChange change) {}

    /** The changes; none if the version says what the one before said. */
    public static List<In> between(Collection<Observation> before, Collection<Observation> after, Cause cause) {
        Map<String, Observation> was = byPart(before);
        Map<String, Observation> is = byPart(after);
        Set<String> parts = new LinkedHashSet<>(was.keySet());
        parts.addAll(is.keySet());
        List<In> changes = new ArrayList<>();
        for (String part : parts) {
            Observation old = was.get(part);
            Observation now = is.get(part);
            if (!Objects.equals(old, now)) {
                Detector.ALL.forEach(detector -> add(detector, old, now, cause, changes));
            }
        }
        return changes;
    }

    private static Map<String, Observation> byPart(Collection<Observation> observations) {
        Map<String, Observation> byPart = new TreeMap<>();
        observations.forEach(o -> byPart.put(o.getFacet() + "|" + o.getPart(), o));
        return byPart;
    }

    private static void add(
            Detector detector, @Nullable Observation old, @Nullable Observation now, Cause cause, List<In> changes) {
        Set<String> before = partitions(detector, old);
        Set<String> after = partitions(detector, now);
        Set<String> all = new LinkedHashSet<>(before);
        all.addAll(after);
        for (String partition : all) {
            changes.add(new In(
                    partition,
                    ObservationChange.newBuilder()
                            .setDetector(detector.kind().name())
                            .setBefore(before.contains(partition) ? old : null)
                            .setAfter(after.contains(partition) ? now : null)
                            .setCause(cause)
                            .build()));
        }
    }

    private static Set<String> partitions(Detector detector, @Nullable Observation observation) {
        Set<String> partitions = new LinkedHashSet<>();
        if (observation != null) {
            detector.series(observation).forEach(series -> partitions.add(series.partition()));
        }
        return partitions;
    }
}
