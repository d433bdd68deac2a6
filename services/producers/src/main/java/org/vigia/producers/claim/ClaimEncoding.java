package org.vigia.producers.claim;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.vigia.schemas.encoding.AvroBytes;
import org.vigia.schemas.encoding.RecordWriter;

/** A record in Avro's binary encoding, with its provenance marked. Not for use by several threads. */
final class ClaimEncoding {

    /** When and from where a claim came. */
    private static final Set<String> PROVENANCE = Set.of(
            "org.vigia.events.Envelope.recordedAt",
            "org.vigia.events.Envelope.source",
            "org.vigia.events.GoodsLine.sourceLine",
            "org.vigia.events.ListingPeriod.line",
            "org.vigia.events.WatchListEntry.recordedAt",
            "org.vigia.events.WatchListEntry.source",
            "org.vigia.events.Substance.recordedAt",
            "org.vigia.events.Substance.source",
            "org.vigia.events.Jurisdiction.recordedAt",
            "org.vigia.events.Jurisdiction.source",
            "org.vigia.events.SanctionedParty.recordedAt",
            "org.vigia.events.SanctionedParty.source",
            "org.vigia.events.Location.recordedAt",
            "org.vigia.events.Location.source",
            "org.vigia.events.TradeBaseline.recordedAt",
            "org.vigia.events.TradeBaseline.source",
            "org.vigia.events.DetectorSettings.recordedAt",
            "org.vigia.events.DetectorSettings.source");

    private static final Map<Schema, RecordWriter> WRITERS = new ConcurrentHashMap<>();

    private final AvroBytes bytes = new AvroBytes(Claim.PREFIX_BYTES);

    /** Encodes a record in the place of the one before. */
    void write(SpecificRecord record) {
        bytes.reset();
        WRITERS.computeIfAbsent(record.getSchema(), ClaimEncoding::writer).write(record, bytes);
    }

    private static RecordWriter writer(Schema schema) {
        return RecordWriter.of(schema, PROVENANCE)
                .orElseThrow(() -> new IllegalArgumentException("No claim: " + schema.getFullName()));
    }

    /** The record, behind room for a prefix. */
    byte[] toByteArray() {
        return bytes.toByteArray();
    }

    /** Fingerprint of everything but the provenance. */
    Fingerprint content() {
        return Fingerprint.of(bytes::unmarked);
    }
}
