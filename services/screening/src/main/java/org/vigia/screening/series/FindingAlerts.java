package org.vigia.screening.series;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.vigia.events.Alert;
import org.vigia.events.ClaimStatus;
import org.vigia.events.Handling;
import org.vigia.events.Jurisdiction;
import org.vigia.events.Source;
import org.vigia.events.TrafficLight;
import org.vigia.screening.history.HistoryAlerts;
import org.vigia.screening.history.Jurisdictions;
import org.vigia.screening.history.Sources;
import org.vigia.screening.revision.AlertRevisions;
import org.vigia.screening.revision.Cause;
import org.vigia.screening.state.Finding;
import org.vigia.screening.state.FindingChange;

/** Keeps the findings about each event, and sends the alerts that they amount to: raised, revised, withdrawn. */
final class FindingAlerts implements Processor<String, FindingChange, String, Alert> {

    static final String FINDING_STORE = "findings-by-event";
    static final String ALERT_STORE = "sent-history-alerts";

    /** Status of a cause that is no event but new settings. */
    static final String SETTINGS = "SETTINGS";

    private static final char SEPARATOR = StoredHistory.SEPARATOR;
    private static final char AFTER_SEPARATOR = StoredHistory.AFTER_SEPARATOR;

    private final GlobalView<Jurisdiction, Jurisdictions> jurisdictions;
    private final Clock clock;
    private final Duration retention;

    private ProcessorContext<String, Alert> context;
    private KeyValueStore<String, Finding> findings;
    private KeyValueStore<String, Alert> sent;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record.
    FindingAlerts(GlobalView<Jurisdiction, Jurisdictions> jurisdictions, Clock clock, Duration retention) {
        this.jurisdictions = jurisdictions;
        this.clock = clock;
        this.retention = retention;
    }

    @Override
    public void init(ProcessorContext<String, Alert> processorContext) {
        context = processorContext;
        findings = processorContext.getStateStore(FINDING_STORE);
        sent = processorContext.getStateStore(ALERT_STORE);
        Expiry.of(findings, Finding::getAt, retention, context);
        Expiry.of(sent, alert -> alert.getOccurredAt().toEpochMilli(), retention, context);
    }

    @Override
    public void process(Record<String, FindingChange> record) {
        String subject = record.key();
        FindingChange change = record.value();
        findings.put(subject + SEPARATOR + change.getFindingId(), change.getFinding());
        Instant detectedAt = clock.instant();
        List<Alert> found = new HistoryAlerts(jurisdictions.of(context)).write(of(subject, findings), detectedAt);
        Cause cause = cause(subject, change.getCause());
        for (Alert alert : AlertRevisions.revise(of(subject, sent), found, cause, detectedAt)) {
            sent.put(subject + SEPARATOR + alert.getAlertId(), alert);
            context.forward(record.withKey(alert.getAlertId()).withValue(alert));
        }
    }

    private static <V> List<V> of(String subject, KeyValueStore<String, V> store) {
        List<V> values = new ArrayList<>();
        try (KeyValueIterator<String, V> range = store.range(subject + SEPARATOR, subject + AFTER_SEPARATOR)) {
            range.forEachRemaining(entry -> values.add(entry.value));
        }
        return values;
    }

    private static Cause cause(String subject, org.vigia.screening.state.Cause cause) {
        Handling handling = Handling.newBuilder()
                .setTlp(TrafficLight.valueOf(cause.getLabel()))
                .setOriginator(cause.getOriginator())
                .setCaveats(cause.getCaveats())
                .build();
        Source source = Sources.published(cause.getSource());
        if (cause.getStatus().equals(SETTINGS)) {
            String reason = "With version " + source.getLine() + " of the settings of " + cause.getEventId()
                    + " there is no cause for this alert.";
            return new Cause(cause.getEventId(), reason, cause.getStatus(), null, handling);
        }
        String did = cause.getStatus().equals(ClaimStatus.RETRACTED.name()) ? "retracted" : "stated";
        String reason = subject.equals(cause.getEventId())
                ? "%s %s %s%s, and as it stands now it gives no cause for this alert."
                : "%s %s %s%s, and with that there is no cause for this alert any more.";
        return new Cause(
                cause.getEventId(),
                reason.formatted(cause.getPartner(), did, cause.getEventId(), Cause.row(source)),
                cause.getStatus(),
                source,
                handling);
    }
}
