package org.vigia.screening.series;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.vigia.events.Envelope;
import org.vigia.screening.history.ObservationChanges;
import org.vigia.screening.history.Observations;
import org.vigia.screening.history.Sources;
import org.vigia.screening.state.Cause;
import org.vigia.screening.state.Observation;
import org.vigia.screening.state.ObservationChange;
import org.vigia.screening.state.ObservedEvent;

/**
 * Remembers what is observed of each event, and forwards what a new version changes, keyed by detector and partition. An
 * event that cannot be true is passed over: whoever screens or counts it sends the dead letter.
 *
 * @param <V> the events
 */
final class EventObserver<V> implements Processor<String, V, String, ObservationChange> {

    /** Between the name of a detector and its partition. */
    static final char SEPARATOR = '|';

    private final ObservedKind<V> kind;
    private final Function<ProcessorContext<?, ?>, Observations> observations;
    private final Duration retention;

    private ProcessorContext<String, ObservationChange> context;
    private KeyValueStore<String, ObservedEvent> events;

    /**
     * Makes an observer.
     *
     * @param observations by the lists of the moment
     * @param retention how long before the newest event an event is still remembered
     */
    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record.
    EventObserver(
            ObservedKind<V> kind, Function<ProcessorContext<?, ?>, Observations> observations, Duration retention) {
        this.kind = kind;
        this.observations = observations;
        this.retention = retention;
    }

    @Override
    public void init(ProcessorContext<String, ObservationChange> processorContext) {
        context = processorContext;
        events = processorContext.getStateStore(kind.store());
        Expiry.of(events, event -> event.getObservations().getFirst().getAt(), retention, context);
    }

    @Override
    public void process(Record<String, V> record) {
        V event = record.value();
        // A record without value claims nothing; producers take a claim back with RETRACTED.
        if (event == null || !kind.possible().test(event)) {
            return;
        }
        Envelope envelope = kind.envelope().apply(event);
        ObservedEvent known = events.get(envelope.getEventId());
        List<Observation> before = known == null ? List.of() : known.getObservations();
        List<Observation> after = kind.observe().apply(observations.apply(context), event);
        if (before.equals(after)) {
            return;
        }
        events.put(envelope.getEventId(), after.isEmpty() ? null : new ObservedEvent(after));
        for (ObservationChanges.In in : ObservationChanges.between(before, after, cause(envelope))) {
            String partition = in.change().getDetector() + SEPARATOR + in.partition();
            context.forward(record.withKey(partition).withValue(in.change()));
        }
    }

    private static Cause cause(Envelope envelope) {
        return Cause.newBuilder()
                .setEventId(envelope.getEventId())
                .setPartner(envelope.getPartner())
                .setStatus(envelope.getStatus().name())
                .setLabel(envelope.getHandling().getTlp().name())
                .setOriginator(envelope.getHandling().getOriginator())
                .setCaveats(envelope.getHandling().getCaveats())
                .setSource(Sources.observed(envelope.getSource()))
                .build();
    }
}
