package org.vigia.producers.cell;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigia.events.Handling;
import org.vigia.events.RejectionReason;
import org.vigia.events.TrafficLight;
import org.vigia.producers.table.Blanks;
import org.vigia.producers.table.Cells;
import org.vigia.producers.table.RowRejection;

/**
 * Handling cells: {@code TLP:AMBER+STRICT | ORIGINATOR:SEMAR | ORCON}, a Traffic Light Protocol 2.0 label (FIRST), who
 * must be asked, and caveats. Without a label a claim is AMBER.
 */
public final class Handlings {

    private static final String SEPARATOR = " | ";
    private static final String TLP = "TLP:";
    private static final String ORIGINATOR = "ORIGINATOR:";
    private static final Map<String, TrafficLight> LABELS = Map.of(
            "CLEAR", TrafficLight.CLEAR,
            // The name of CLEAR in version 1.
            "WHITE", TrafficLight.CLEAR,
            "GREEN", TrafficLight.GREEN,
            "AMBER", TrafficLight.AMBER,
            "AMBER+STRICT", TrafficLight.AMBER_STRICT,
            "AMBER_STRICT", TrafficLight.AMBER_STRICT,
            "RED", TrafficLight.RED);

    private Handlings() {}

    /** The cell of several rows together, of which {@link #of} takes the strictest label and all the rest. */
    public static String together(Collection<String> texts) {
        return String.join(SEPARATOR, texts);
    }

    /** The handling of a cell: the strictest label named, and all originators and caveats, sorted. */
    public static Handling of(Cells cells, String column) {
        if (!cells.has(column)) {
            return new Handling(TrafficLight.AMBER, null, List.of());
        }
        TrafficLight label = null;
        Set<String> originators = new TreeSet<>();
        Set<String> caveats = new TreeSet<>();
        for (String value : Texts.several(cells, column)) {
            String upper = value.toUpperCase(Locale.ROOT).replace(" ", "");
            TrafficLight named = LABELS.get(upper.startsWith(TLP) ? upper.substring(TLP.length()) : upper);
            if (named != null) {
                label = stricter(label, named);
            } else if (upper.startsWith(TLP)) {
                throw new RowRejection(
                        RejectionReason.UNKNOWN_VALUE,
                        "Column " + column + " holds " + Quote.of(value)
                                + ". Use TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT or TLP:RED.");
            } else if (upper.startsWith(ORIGINATOR)) {
                originators.add(Blanks.strip(value.substring(value.indexOf(':') + 1)));
            } else {
                caveats.add(value);
            }
        }
        return new Handling(
                label == null ? TrafficLight.AMBER : label,
                originators.isEmpty() ? null : String.join(SEPARATOR, originators),
                List.copyOf(caveats));
    }

    private static TrafficLight stricter(@Nullable TrafficLight one, TrafficLight other) {
        return one == null || other.compareTo(one) > 0 ? other : one;
    }
}
