package org.vigia.schemas.time;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.vigia.events.Envelope;
import org.vigia.events.LabDismantlement;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.Seizure;

/**
 * Event time: the start of the period that the claim names, whenever it was recorded. Records without an envelope keep
 * the timestamp of their Kafka record. A time before 1970 counts as 1970, because Kafka has no earlier one; producers
 * refuse events of the future, so none is expected here and none is changed.
 */
public final class EventTime implements TimestampExtractor {

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return switch (record.value()) {
            case Seizure seizure -> of(seizure.getEnvelope());
            case LabDismantlement laboratory -> of(laboratory.getEnvelope());
            case PrecursorShipment shipment -> of(shipment.getEnvelope());
            case null, default -> Math.max(0, record.timestamp());
        };
    }

    private static long of(Envelope envelope) {
        return Math.max(0, envelope.getOccurredAt().toEpochMilli());
    }
}
