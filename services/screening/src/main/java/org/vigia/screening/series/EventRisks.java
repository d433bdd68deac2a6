package org.vigia.screening.series;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.vigia.events.Alert;
import org.vigia.events.EventRisk;
import org.vigia.events.Evidence;
import org.vigia.events.EvidenceKind;
import org.vigia.events.Handling;
import org.vigia.events.RiskPart;
import org.vigia.screening.history.Settings;
import org.vigia.screening.revision.StrictestHandling;
import org.vigia.screening.risk.RiskScore;

/** Keeps what of the alerts about an event matters for its risk, and sends the risk when it changes. */
final class EventRisks implements Processor<String, Alert, String, EventRisk> {

    static final String STORE = "alerts-by-event";
    static final String RISK = "RISK";

    private final ContextSource contexts;
    private final Duration retention;

    private ProcessorContext<String, EventRisk> context;
    private KeyValueStore<String, Alert> alerts;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record.
    EventRisks(ContextSource contexts, Duration retention) {
        this.contexts = contexts;
        this.retention = retention;
    }

    /** An alert without its words: only the counts of its evidence are kept. */
    static Alert slim(Alert alert) {
        List<Evidence> settings = alert.getEvidence().stream()
                .filter(evidence -> evidence.getKind() == EvidenceKind.SETTING)
                .map(evidence -> Evidence.newBuilder(evidence).setDetail("").build())
                .toList();
        return Alert.newBuilder(alert)
                .setExplanation("")
                .setEvidence(settings)
                .setParties(List.of())
                .setSubstances(List.of())
                .build();
    }

    @Override
    public void init(ProcessorContext<String, EventRisk> processorContext) {
        context = processorContext;
        alerts = processorContext.getStateStore(STORE);
        Expiry.of(alerts, alert -> alert.getOccurredAt().toEpochMilli(), retention, context);
    }

    @Override
    public void process(Record<String, Alert> record) {
        String event = record.key();
        Alert alert = record.value();
        alerts.put(event + StoredHistory.SEPARATOR + alert.getAlertId(), alert);
        List<Alert> all = new ArrayList<>();
        try (KeyValueIterator<String, Alert> range =
                alerts.range(event + StoredHistory.SEPARATOR, event + StoredHistory.AFTER_SEPARATOR)) {
            range.forEachRemaining(entry -> all.add(entry.value));
        }
        Settings weights = contexts.of(RISK, context);
        List<RiskPart> parts = RiskScore.parts(all, weights);
        Handling handling = all.stream()
                .map(Alert::getHandling)
                .reduce(StrictestHandling::of)
                .orElse(alert.getHandling());
        context.forward(record.withValue(EventRisk.newBuilder()
                .setEventId(event)
                .setScore(RiskScore.score(parts))
                .setParts(parts)
                .setSettingsVersion(weights.version())
                .setOccurredAt(alert.getOccurredAt())
                .setHandling(handling)
                .build()));
    }
}
