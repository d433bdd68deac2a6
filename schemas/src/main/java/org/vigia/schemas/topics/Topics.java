package org.vigia.schemas.topics;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.vigia.events.Alert;
import org.vigia.events.AlertAction;
import org.vigia.events.AuditEntry;
import org.vigia.events.DetectorSettings;
import org.vigia.events.EventRisk;
import org.vigia.events.Jurisdiction;
import org.vigia.events.LabDismantlement;
import org.vigia.events.LedgerEntry;
import org.vigia.events.Location;
import org.vigia.events.OperationalWindow;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.RejectedRecord;
import org.vigia.events.SanctionedParty;
import org.vigia.events.Seizure;
import org.vigia.events.SeizureTrend;
import org.vigia.events.Substance;
import org.vigia.events.TradeBaseline;
import org.vigia.events.TrendRestatement;
import org.vigia.events.WatchListEntry;
import org.vigia.schemas.topics.Topic.Role;

/** The topic catalogue under one prefix. Serdes, topic creation, access rules, tests and documentation derive from it. */
public final class Topics {

    /** The prefix that is used unless another is configured. */
    public static final String DEFAULT_PREFIX = "vigia.";

    private static final int EVENT_PARTITIONS = 4;

    public final Topic<Seizure> seizures;
    public final Topic<LabDismantlement> labDismantlements;
    public final Topic<PrecursorShipment> precursorShipments;

    public final Topic<Substance> substances;
    public final Topic<WatchListEntry> watchList;
    public final Topic<SanctionedParty> sanctionedParties;
    public final Topic<Jurisdiction> jurisdictions;
    public final Topic<Location> locations;
    public final Topic<TradeBaseline> tradeBaselines;
    public final Topic<DetectorSettings> detectorSettings;

    public final Topic<SeizureTrend> seizureTrends;
    public final Topic<TrendRestatement> trendRestatements;
    public final Topic<OperationalWindow> operationalWindows;
    public final Topic<Alert> alerts;
    public final Topic<EventRisk> eventRisks;
    public final Topic<AlertAction> alertActions;

    public final Topic<RejectedRecord> rejected;
    public final Topic<LedgerEntry> feedLedger;
    public final Topic<AuditEntry> audit;

    private final String prefix;

    private Topics(String prefix) {
        this.prefix = prefix;
        seizures = input("seizures", Seizure.class, "seizures, each version of each claim");
        labDismantlements = input(
                "lab-dismantlements", LabDismantlement.class, "dismantled laboratories, each version of each claim");
        precursorShipments =
                input("precursor-shipments", PrecursorShipment.class, "declared shipments, each version of each claim");

        substances = reference("substances", Substance.class, "substance id", "identity and synonyms of substances");
        watchList = reference("watch-list", WatchListEntry.class, "entry id", "listed substances and their periods");
        sanctionedParties =
                reference("sanctioned-parties", SanctionedParty.class, "party id", "parties on sanctions lists");
        jurisdictions =
                reference("jurisdictions", Jurisdiction.class, "jurisdiction id", "who controls which place, and when");
        locations = reference("locations", Location.class, "UN/LOCODE", "places of trade and transport");
        tradeBaselines =
                reference("trade-baselines", TradeBaseline.class, "baseline id", "yearly trade by heading and flow");
        detectorSettings = reference(
                "detector-settings", DetectorSettings.class, "detector", "settings of the detectors, versioned");

        seizureTrends = output(
                "seizure-trends",
                SeizureTrend.class,
                "series, cell, granularity and start",
                Cleanup.COMPACT,
                "calendar trends, last version of each figure");
        trendRestatements = output(
                "trend-restatements",
                TrendRestatement.class,
                "trend key and batch",
                Cleanup.COMPACT,
                "published figures that changed, and why");
        operationalWindows = output(
                "operational-windows",
                OperationalWindow.class,
                "series, cell and start",
                Cleanup.COMPACT,
                "hopping event-time windows for surge detection");
        alerts = output("alerts", Alert.class, "alert id", Cleanup.DELETE, "findings, each version of each alert");
        eventRisks = output(
                "event-risks",
                EventRisk.class,
                "event id",
                Cleanup.COMPACT,
                "risk of each event with alerts, and its parts");
        alertActions =
                output("alert-actions", AlertAction.class, "alert id", Cleanup.DELETE, "what people did about alerts");

        rejected = accounting("rejected", RejectedRecord.class, "feed", "refused records with reason and raw bytes");
        feedLedger = accounting("feed-ledger", LedgerEntry.class, "feed", "account of each load of each file");
        audit = accounting("audit", AuditEntry.class, "caller", "calls of the interfaces, accepted or refused");
    }

    /**
     * The catalogue under a prefix.
     *
     * @param prefix put before every name, for example {@code vigia.}; may be empty
     */
    public static Topics withPrefix(String prefix) {
        return new Topics(prefix);
    }

    /** The prefix of every name. */
    public String prefix() {
        return prefix;
    }

    /** Every topic that carries Avro, in the order of the documentation. */
    public List<Topic<?>> all() {
        return List.of(
                seizures,
                labDismantlements,
                precursorShipments,
                substances,
                watchList,
                sanctionedParties,
                jurisdictions,
                locations,
                tradeBaselines,
                detectorSettings,
                seizureTrends,
                trendRestatements,
                operationalWindows,
                alerts,
                eventRisks,
                alertActions,
                rejected,
                feedLedger,
                audit);
    }

    /** Where the applications put records whose bytes cannot be read: raw key and value, reason in the headers. */
    public String deadLetters() {
        return prefix + "dead-letters";
    }

    private <V extends SpecificRecord> Topic<V> input(String name, Class<V> type, String description) {
        return new Topic<>(prefix + name, type, "event id", EVENT_PARTITIONS, Cleanup.DELETE, Role.INPUT, description);
    }

    private <V extends SpecificRecord> Topic<V> reference(String name, Class<V> type, String key, String description) {
        return new Topic<>(prefix + name, type, key, 1, Cleanup.COMPACT, Role.REFERENCE, description);
    }

    private <V extends SpecificRecord> Topic<V> output(
            String name, Class<V> type, String key, Cleanup cleanup, String description) {
        return new Topic<>(prefix + name, type, key, EVENT_PARTITIONS, cleanup, Role.OUTPUT, description);
    }

    private <V extends SpecificRecord> Topic<V> accounting(String name, Class<V> type, String key, String description) {
        return new Topic<>(prefix + name, type, key, 1, Cleanup.DELETE, Role.ACCOUNTING, description);
    }
}
