package org.vigia.producers.publish;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Up to where a topic is known. Own transactions extend that only where nobody else wrote in between; otherwise the
 * partition is left behind, and read again at the next catch-up.
 */
final class Coverage {

    private final Map<Integer, Long> next = new HashMap<>();
    private final Set<Integer> beforeMarker = new HashSet<>();

    /** The topic was read up to these offsets. */
    void read(Map<Integer, Long> offsets) {
        next.putAll(offsets);
        beforeMarker.removeAll(offsets.keySet());
    }

    /** An own transaction was committed. */
    void committed(EventSink.Written written) {
        long known = next.getOrDefault(written.partition(), 0L);
        // The commit of a transaction takes up one offset of each partition that it wrote to.
        long expected = beforeMarker.contains(written.partition()) ? known + 1 : known;
        if (written.first() == expected && written.count() == written.last() - written.first() + 1) {
            next.put(written.partition(), written.last() + 1);
            beforeMarker.add(written.partition());
        }
    }

    /** By partition, the offset from which the topic is not yet known. */
    Map<Integer, Long> next() {
        return Map.copyOf(next);
    }
}
