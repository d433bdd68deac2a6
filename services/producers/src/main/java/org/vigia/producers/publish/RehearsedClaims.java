package org.vigia.producers.publish;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigia.producers.claim.Fingerprint;

/** What would be known of every event after a load that only tries; the index itself learns nothing. */
public final class RehearsedClaims implements Claims {

    private final Claims known;
    private final Map<Fingerprint, Optional<Fingerprint>> tried = new HashMap<>();

    public RehearsedClaims(Claims known) {
        this.known = known;
    }

    @Override
    public @Nullable Fingerprint get(Fingerprint event) throws IOException {
        Optional<Fingerprint> state = tried.get(event);
        return state == null ? known.get(event) : state.orElse(null);
    }

    /** The states that were tried, by event. */
    public Map<Fingerprint, Optional<Fingerprint>> states() {
        return Map.copyOf(tried);
    }

    @Override
    public void committed(Map<Fingerprint, Optional<Fingerprint>> states, List<EventSink.Written> written) {
        tried.putAll(states);
    }
}
