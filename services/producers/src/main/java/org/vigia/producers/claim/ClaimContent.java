package org.vigia.producers.claim;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.vigia.events.ClaimStatus;
import org.vigia.events.DetectorSettings;
import org.vigia.events.Jurisdiction;
import org.vigia.events.LabDismantlement;
import org.vigia.events.Location;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.SanctionedParty;
import org.vigia.events.Seizure;
import org.vigia.events.Substance;
import org.vigia.events.TradeBaseline;
import org.vigia.events.WatchListEntry;

/** What a published record claims: of which event, and what. */
public final class ClaimContent {

    /** The state of every event that was taken back, whatever else the retraction says. */
    public static final Fingerprint RETRACTED = new Fingerprint(0, 0);

    /** Changes whenever {@link #state} gives another result for the same record; old indexes are then rebuilt. */
    private static final int VERSION = 1;

    private static final ThreadLocal<Buffer> BUFFERS = ThreadLocal.withInitial(Buffer::new);

    private ClaimContent() {}

    /** Key of the record in its topic. */
    public static String key(SpecificRecord record) {
        return switch (record) {
            case Seizure seizure -> seizure.getEnvelope().getEventId();
            case LabDismantlement laboratory -> laboratory.getEnvelope().getEventId();
            case PrecursorShipment shipment -> shipment.getEnvelope().getEventId();
            case WatchListEntry entry -> entry.getEntryId();
            case Substance substance -> substance.getSubstanceId();
            case Jurisdiction jurisdiction -> jurisdiction.getJurisdictionId();
            case SanctionedParty party -> party.getPartyId();
            case Location location -> location.getLocode();
            case TradeBaseline baseline -> baseline.getBaselineId();
            case DetectorSettings settings -> settings.getDetector();
            default -> throw unknown(record);
        };
    }

    /** Fingerprint of everything that the record says, but for when and from where it came. */
    public static Fingerprint state(SpecificRecord record) {
        if (isRetracted(record)) {
            return RETRACTED;
        }
        Buffer buffer = BUFFERS.get();
        buffer.reset();
        try {
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(buffer, null);
            buffer.writers
                    .computeIfAbsent(record.getSchema(), ContentWriter::new)
                    .write(record, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return buffer.fingerprint();
    }

    /** Names the way in which states of a schema are computed. */
    public static String format(Schema schema) {
        return VERSION + "/" + Long.toHexString(SchemaNormalization.parsingFingerprint64(schema));
    }

    private static boolean isRetracted(SpecificRecord record) {
        return switch (record) {
            case Seizure seizure -> seizure.getEnvelope().getStatus() == ClaimStatus.RETRACTED;
            case LabDismantlement laboratory -> laboratory.getEnvelope().getStatus() == ClaimStatus.RETRACTED;
            case PrecursorShipment shipment -> shipment.getEnvelope().getStatus() == ClaimStatus.RETRACTED;
            case WatchListEntry entry -> entry.getWithdrawn();
            case Substance substance -> substance.getWithdrawn();
            case Jurisdiction jurisdiction -> jurisdiction.getWithdrawn();
            case SanctionedParty party -> party.getWithdrawn();
            case Location location -> location.getWithdrawn();
            case TradeBaseline baseline -> baseline.getWithdrawn();
            case DetectorSettings settings -> settings.getWithdrawn();
            default -> throw unknown(record);
        };
    }

    private static IllegalArgumentException unknown(SpecificRecord record) {
        return new IllegalArgumentException("No claim: " + record.getSchema().getFullName());
    }

    private static final class Buffer extends ByteArrayOutputStream {

        final Map<Schema, ContentWriter> writers = new HashMap<>();

        Buffer() {
            super(512);
        }

        Fingerprint fingerprint() {
            return Fingerprint.of(buf, count);
        }
    }
}
