package org.vigia.producers.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigia.producers.claim.Fingerprint;

/** The last claim of every event of a topic, as far as it is committed. */
public interface Claims {

    /** State of the last committed claim of an event; null if there is none. */
    @Nullable
    Fingerprint get(Fingerprint event) throws IOException;

    /** States of several events, in their order. */
    default List<Optional<Fingerprint>> get(List<Fingerprint> events) throws IOException {
        List<Optional<Fingerprint>> states = new ArrayList<>(events.size());
        for (Fingerprint event : events) {
            states.add(Optional.ofNullable(get(event)));
        }
        return states;
    }

    /**
     * A transaction was committed.
     *
     * @param states the claims that it made, by event
     * @param written what it wrote to this topic
     */
    void committed(Map<Fingerprint, Optional<Fingerprint>> states, List<EventSink.Written> written) throws IOException;
}
