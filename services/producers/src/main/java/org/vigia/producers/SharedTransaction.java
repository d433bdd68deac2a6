package org.vigia.producers;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigia.events.LedgerEntry;
import org.vigia.producers.publish.Claims;
import org.vigia.producers.publish.EventSink;
import org.vigia.producers.publish.HeldRecords;
import org.vigia.producers.publish.RehearsedClaims;

/**
 * One transaction for several inputs, one after the other. Each lands whole or not at all: its records are held back until
 * all of it is taken, so that one which is refused leaves nothing behind and keeps nobody from landing.
 */
final class SharedTransaction {

    private final EventSink sink;
    private final Claims claims;
    private final RehearsedClaims said;
    private final HeldRecords held;
    private final Loading loading;
    private final Map<List<@Nullable String>, LedgerEntry> named = new HashMap<>();
    private final Set<String> checksums = new HashSet<>();

    /** Loads one input. */
    @FunctionalInterface
    interface Loading {

        /**
         * The load of an input.
         *
         * @param loadedBefore whether these bytes were loaded within the transaction
         */
        InputLoad of(LoadInput input, EventSink sink, Claims claims, boolean loadedBefore) throws IOException;
    }

    /** The account of an input that was loaded before under the same name; null if there is none. */
    @FunctionalInterface
    interface Answered {

        @Nullable
        LedgerEntry of(LoadInput input) throws IOException;
    }

    /** @param claims what was known before */
    SharedTransaction(EventSink sink, Claims claims, Loading loading) {
        this.sink = sink;
        this.claims = claims;
        this.loading = loading;
        said = new RehearsedClaims(claims);
        held = new HeldRecords(sink);
    }

    /**
     * Loads all.
     *
     * @param recordedAt timestamp of all records
     * @param events full name of the topic of their events
     * @return an outcome for each, in their order
     * @throws IOException if Kafka or the registry fails; nothing of any has landed, or all of it
     */
    List<LoadOutcome> run(List<LoadInput> inputs, Instant recordedAt, String events, Answered answered)
            throws IOException {
        sink.begin(recordedAt);
        List<LoadOutcome> outcomes = new ArrayList<>(inputs.size());
        for (LoadInput input : inputs) {
            outcomes.add(outcome(input, answered));
        }
        List<EventSink.Written> written = sink.commit().stream()
                .filter(part -> part.topic().equals(events))
                .toList();
        claims.committed(said.states(), written);
        return outcomes;
    }

    private LoadOutcome outcome(LoadInput input, Answered answered) throws IOException {
        try {
            String checksum = input.file().checksum();
            LedgerEntry before = input.idempotencyKey() == null ? null : named.get(name(input));
            if (before == null) {
                before = answered.of(input);
            } else {
                IdempotencyKeyReusedException.check(input, before);
            }
            if (before != null) {
                return new LoadOutcome.Landed(before);
            }
            LedgerEntry account =
                    loading.of(input, held, said, checksums.contains(checksum)).run(LoadProgress.none());
            checksums.add(checksum);
            if (input.idempotencyKey() != null) {
                named.put(name(input), account);
            }
            return new LoadOutcome.Landed(account);
        } catch (UnreadableFileException | IdempotencyKeyReusedException | RuntimeException e) {
            return new LoadOutcome.Refused(e);
        }
    }

    private static List<@Nullable String> name(LoadInput input) {
        return Arrays.asList(input.sender(), input.idempotencyKey());
    }
}
