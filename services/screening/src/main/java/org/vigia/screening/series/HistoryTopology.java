package org.vigia.screening.series;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.Stores;
import org.vigia.events.Alert;
import org.vigia.events.Jurisdiction;
import org.vigia.events.PrecursorShipment;
import org.vigia.runtime.streams.StoreKind;
import org.vigia.schemas.serde.EventSerdes;
import org.vigia.schemas.time.EventTime;
import org.vigia.schemas.topics.Topic;
import org.vigia.schemas.topics.Topics;
import org.vigia.screening.history.Jurisdictions;
import org.vigia.screening.history.Observations;
import org.vigia.screening.risk.RiskScore;
import org.vigia.screening.state.Finding;
import org.vigia.screening.state.FindingChange;
import org.vigia.screening.state.Observation;
import org.vigia.screening.state.ObservationChange;
import org.vigia.screening.state.ObservedEvent;

/** The part of the topology that looks at history: events in, alerts and risks out. The package's page walks through it. */
public final class HistoryTopology {

    private static final String JURISDICTION_STORE = "jurisdictions";

    // Timestamps in a changelog may leap over years; segments roll by size alone, small enough to be compacted soon.
    private static final Map<String, String> CHANGELOG = Map.of(
            TopicConfig.SEGMENT_MS_CONFIG,
            Long.toString(Long.MAX_VALUE),
            TopicConfig.SEGMENT_BYTES_CONFIG,
            Integer.toString(64 << 20));

    private final Topics topics;
    private final EventSerdes serdes;
    private final StoreKind storage;
    private final Duration retention;
    private final Clock clock;
    private final ContextSource contexts = new ContextSource();
    private final GlobalView<Jurisdiction, Jurisdictions> jurisdictions =
            new GlobalView<>(JURISDICTION_STORE, Jurisdictions::of);

    /**
     * Makes the part.
     *
     * @param retention how long before the newest event of a partition an event is remembered
     * @param clock gives {@code detectedAt}, and nothing else depends on it
     */
    public HistoryTopology(Topics topics, EventSerdes serdes, StoreKind storage, Duration retention, Clock clock) {
        this.topics = topics;
        this.serdes = serdes;
        this.storage = storage;
        this.retention = retention;
        this.clock = clock;
    }

    /**
     * Adds it to an application that reads shipments and keeps the watch lists.
     *
     * @param observations by the lists of the moment
     */
    public void add(
            StreamsBuilder builder,
            KStream<String, PrecursorShipment> shipments,
            Function<ProcessorContext<?, ?>, Observations> observations) {
        global(builder, topics.detectorSettings, ContextSource.SETTINGS_STORE, contexts.settings());
        global(builder, topics.tradeBaselines, ContextSource.BASELINE_STORE, contexts.baselines());
        global(builder, topics.jurisdictions, JURISDICTION_STORE, jurisdictions);
        store(builder, SeriesProcessor.HISTORY_STORE, serdes.values(Observation.class));
        store(builder, SeriesProcessor.FINDING_STORE, serdes.values(Finding.class));
        store(builder, SeriesProcessor.SETTINGS_STORE, serdes.keys());
        store(builder, FindingAlerts.FINDING_STORE, serdes.values(Finding.class));
        store(builder, FindingAlerts.ALERT_STORE, serdes.values(Alert.class));

        observed(builder, shipments, ObservedKind.SHIPMENTS, "observe-shipments", observations)
                .merge(
                        observed(
                                builder,
                                stream(builder, topics.labDismantlements, "laboratories"),
                                ObservedKind.LABORATORIES,
                                "observe-laboratories",
                                observations),
                        Named.as("join-laboratories"))
                .merge(
                        observed(
                                builder,
                                stream(builder, topics.seizures, "seizures"),
                                ObservedKind.SEIZURES,
                                "observe-seizures",
                                observations),
                        Named.as("join-seizures"))
                .repartition(by("history-by-series", ObservationChange.class))
                .process(
                        () -> new SeriesProcessor(contexts, retention),
                        Named.as("judge-series"),
                        SeriesProcessor.HISTORY_STORE,
                        SeriesProcessor.FINDING_STORE,
                        SeriesProcessor.SETTINGS_STORE)
                .repartition(by("findings-by-event", FindingChange.class))
                .process(
                        () -> new FindingAlerts(jurisdictions, clock, retention),
                        Named.as("write-history-alerts"),
                        FindingAlerts.FINDING_STORE,
                        FindingAlerts.ALERT_STORE)
                .to(
                        topics.alerts.name(),
                        Produced.with(serdes.keys(), serdes.values(topics.alerts))
                                .withName("history-alerts"));
        addRisks(builder);
    }

    /** Reads all alerts, whoever sent them. */
    private void addRisks(StreamsBuilder builder) {
        store(builder, EventRisks.STORE, serdes.values(Alert.class));
        stream(builder, topics.alerts, "sent-alerts-again")
                .filter(
                        (id, alert) -> alert != null && RiskScore.isAboutEvents(alert.getKind()),
                        Named.as("about-events"))
                .map(
                        (id, alert) -> KeyValue.pair(alert.getSubjectId(), EventRisks.slim(alert)),
                        Named.as("slim-alerts"))
                .repartition(by("alerts-by-event", Alert.class))
                .process(() -> new EventRisks(contexts, retention), Named.as("score-risks"), EventRisks.STORE)
                .to(
                        topics.eventRisks.name(),
                        Produced.with(serdes.keys(), serdes.values(topics.eventRisks))
                                .withName("risks"));
    }

    private <V extends SpecificRecord> KStream<String, V> stream(StreamsBuilder builder, Topic<V> topic, String what) {
        return builder.stream(
                topic.name(),
                Consumed.with(serdes.keys(), serdes.values(topic))
                        .withTimestampExtractor(new EventTime())
                        .withName(what));
    }

    private <V> KStream<String, ObservationChange> observed(
            StreamsBuilder builder,
            KStream<String, V> events,
            ObservedKind<V> kind,
            String name,
            Function<ProcessorContext<?, ?>, Observations> observations) {
        store(builder, kind.store(), serdes.values(ObservedEvent.class));
        return events.process(() -> new EventObserver<>(kind, observations, retention), Named.as(name), kind.store());
    }

    private <V extends SpecificRecord> Repartitioned<String, V> by(String name, Class<V> type) {
        return Repartitioned.<String, V>as(name).withKeySerde(serdes.keys()).withValueSerde(serdes.values(type));
    }

    private <V extends SpecificRecord> void global(
            StreamsBuilder builder, Topic<V> topic, String store, GlobalView<V, ?> view) {
        builder.addGlobalStore(
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(store), serdes.keys(), serdes.values(topic))
                        .withLoggingDisabled(),
                topic.name(),
                Consumed.with(serdes.keys(), serdes.values(topic))
                        .withTimestampExtractor(new EventTime())
                        .withName("read-" + store),
                view.update());
    }

    private <V> void store(StreamsBuilder builder, String name, Serde<V> values) {
        builder.addStateStore(Stores.keyValueStoreBuilder(storage.keyValueStore(name), serdes.keys(), values)
                .withCachingDisabled()
                .withLoggingEnabled(CHANGELOG));
    }
}
