package org.vigia.screening.revision;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vigia.events.Handling;
import org.vigia.events.TrafficLight;

/** The handling of what is derived from several inputs: the strictest label, all caveats. */
public final class StrictestHandling {

    /** Least to most restrictive; an unknown label is as strict as RED and hides what RED would show. */
    private static final List<TrafficLight> STRICTNESS = List.of(
            TrafficLight.CLEAR,
            TrafficLight.GREEN,
            TrafficLight.AMBER,
            TrafficLight.AMBER_STRICT,
            TrafficLight.RED,
            TrafficLight.UNKNOWN);

    private StrictestHandling() {}

    /** The stricter of two. */
    public static Handling of(Handling first, Handling second) {
        Handling strictest = STRICTNESS.indexOf(second.getTlp()) > STRICTNESS.indexOf(first.getTlp()) ? second : first;
        Set<String> caveats = new LinkedHashSet<>(first.getCaveats());
        caveats.addAll(second.getCaveats());
        return Handling.newBuilder(strictest).setCaveats(List.copyOf(caveats)).build();
    }
}
