package org.vigia.producers.claim;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
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
import org.vigia.producers.table.Row;

/** What a published record claims: of which event, and what. */
public final class ClaimContent {

    /** The state of every event that was taken back, whatever else the retraction says. */
    public static final Fingerprint RETRACTED = new Fingerprint(0, 0);

    /** Changes whenever {@link #state} gives another result for the same record; old indexes are then rebuilt. */
    private static final int VERSION = 1;

    private static final ThreadLocal<ClaimEncoding> ENCODINGS = ThreadLocal.withInitial(ClaimEncoding::new);

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
        ClaimEncoding encoding = ENCODINGS.get();
        encoding.write(record);
        return encoding.content();
    }

    /** The claim that a record makes, with its state and its bytes, which are made together. */
    static Claim claim(SpecificRecord record, List<Row> rows, List<Row> repeated) {
        ClaimEncoding encoding = ENCODINGS.get();
        encoding.write(record);
        Fingerprint state = isRetracted(record) ? RETRACTED : encoding.content();
        return new Claim(Fingerprint.of(key(record)), record, encoding.toByteArray(), rows, repeated, state);
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
}
