package org.vigia.screening;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.vigia.events.Alert;
import org.vigia.events.PrecursorShipment;
import org.vigia.runtime.streams.InvalidEventException;
import org.vigia.schemas.validity.EventFaults;
import org.vigia.screening.revision.AlertRevisions;

/**
 * Screens each version of a shipment and sends what changed. The store holds the last alert sent under each id, keyed
 * by event id and alert id, so that only shipments that ever gave an alert take room.
 */
final class ShipmentScreening implements Processor<String, PrecursorShipment, String, Alert> {

    /** Between event id and alert id; the next character ends the range of an event. */
    private static final char SEPARATOR = '\u0000';

    private static final char AFTER_SEPARATOR = '\u0001';

    private final Clock clock;
    private final ReferenceLists.Reader lists;

    private ProcessorContext<String, Alert> context;
    private KeyValueStore<String, Alert> sent;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record.
    ShipmentScreening(Clock clock, ReferenceLists lists) {
        this.clock = clock;
        this.lists = lists.reader();
    }

    @Override
    public void init(ProcessorContext<String, Alert> processorContext) {
        context = processorContext;
        lists.init(processorContext);
        sent = processorContext.getStateStore(ScreeningApplication.ALERT_STORE);
    }

    /** @throws InvalidEventException if the shipment cannot be true; nothing is touched then */
    @Override
    public void process(Record<String, PrecursorShipment> record) {
        PrecursorShipment shipment = record.value();
        if (shipment == null) {
            return; // A record without value claims nothing; producers take a claim back with RETRACTED.
        }
        EventFaults.of(shipment).ifPresent(fault -> {
            throw new InvalidEventException(fault);
        });
        String eventId = shipment.getEnvelope().getEventId();
        Instant detectedAt = clock.instant();
        List<Alert> found = lists.screen(shipment, detectedAt);
        for (Alert alert : AlertRevisions.revise(sentFor(eventId), found, shipment.getEnvelope(), detectedAt)) {
            sent.put(eventId + SEPARATOR + alert.getAlertId(), alert);
            context.forward(record.withKey(alert.getAlertId()).withValue(alert));
        }
    }

    private List<Alert> sentFor(String eventId) {
        List<Alert> alertsOfEvent = new ArrayList<>();
        try (KeyValueIterator<String, Alert> range = sent.range(eventId + SEPARATOR, eventId + AFTER_SEPARATOR)) {
            range.forEachRemaining(entry -> alertsOfEvent.add(entry.value));
        }
        return alertsOfEvent;
    }
}
