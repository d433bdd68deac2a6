package org.vigia.trends;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.kstream.ValueMapper;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.Stores;
import org.vigia.events.Alert;
import org.vigia.runtime.streams.StreamsApplication;
import org.vigia.schemas.serde.EventSerdes;
import org.vigia.schemas.time.EventTime;
import org.vigia.schemas.topics.Topic;
import org.vigia.schemas.topics.Topics;
import org.vigia.trends.calendar.TrendProcessor;
import org.vigia.trends.claims.Claim;
import org.vigia.trends.claims.ClaimProcessor;
import org.vigia.trends.claims.Contributions;
import org.vigia.trends.claims.MorphineEquivalents;
import org.vigia.trends.operational.HoppingWindows;
import org.vigia.trends.operational.OperationalProcessor;
import org.vigia.trends.state.CellChange;
import org.vigia.trends.state.MonthReport;
import org.vigia.trends.stores.StateStores;
import org.vigia.trends.surges.CurrentSettings;
import org.vigia.trends.surges.EndedLoads;
import org.vigia.trends.surges.Looks;
import org.vigia.trends.surges.SurgeProcessor;

/** Calendar trends with their restatements, operational windows and surges. The package's page walks through it. */
public final class TrendsApplication implements StreamsApplication {

    private final Topics topics;
    private final EventSerdes serdes;
    private final MorphineEquivalents equivalents = MorphineEquivalents.standard();
    private final Contributions contributions = new Contributions(equivalents);
    private final HoppingWindows windows;
    private final StateStores stores;
    private final Looks looks;

    public TrendsApplication(Topics topics, EventSerdes serdes, TrendsSettings settings) {
        this(topics, serdes, settings, Looks.byThemselves());
    }

    /** @param looks when surges are looked for */
    public TrendsApplication(Topics topics, EventSerdes serdes, TrendsSettings settings, Looks looks) {
        this.looks = looks;
        this.topics = topics;
        this.serdes = serdes;
        this.windows = HoppingWindows.of(settings.windowSize(), settings.windowAdvance(), settings.windowGrace());
        this.stores = new StateStores(serdes, settings.storage());
    }

    @Override
    public String name() {
        return "trends";
    }

    @Override
    public Topology topology(StreamsConfig config) {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(config));
        KStream<String, CellChange> changes = measured(builder, topics.seizures, "seizures", contributions::of)
                .merge(
                        measured(builder, topics.labDismantlements, "laboratories", contributions::of),
                        Named.as("join-laboratories"))
                .merge(
                        measured(builder, topics.precursorShipments, "shipments", contributions::of),
                        Named.as("join-shipments"))
                .process(ClaimProcessor.supplier(stores), Named.as("count-each-claim-once"))
                .repartition(byCell());
        KStream<String, SpecificRecord> figures =
                changes.process(TrendProcessor.supplier(stores, equivalents), Named.as("keep-calendar-trends"));
        publish(figures, topics.seizureTrends, "trends");
        publish(figures, topics.trendRestatements, "restatements");
        CurrentSettings current = new CurrentSettings();
        EndedLoads loads = new EndedLoads();
        keep(
                builder,
                topics.detectorSettings,
                CurrentSettings.STORE,
                serdes.values(topics.detectorSettings),
                current::update);
        keep(builder, topics.feedLedger, EndedLoads.STORE, Serdes.Long(), loads::update);
        pick(figures, MonthReport.class, "months-of-seizures")
                .repartition(inOnePlace())
                .process(SurgeProcessor.supplier(stores, current, loads, looks), Named.as("detect-surges"))
                .to(
                        topics.alerts.name(),
                        Produced.<String, Alert>as("write-alerts")
                                .withKeySerde(serdes.keys())
                                .withValueSerde(serdes.values(topics.alerts)));
        publish(
                changes.process(
                        OperationalProcessor.supplier(stores, equivalents, windows),
                        Named.as("keep-operational-windows")),
                topics.operationalWindows,
                "operational-windows");
        return builder.build();
    }

    private <V extends SpecificRecord> KStream<String, Claim> measured(
            StreamsBuilder builder, Topic<V> topic, String what, ValueMapper<V, Claim> measure) {
        Consumed<String, V> consumed = Consumed.<String, V>as("read-" + what)
                .withKeySerde(serdes.keys())
                .withValueSerde(serdes.values(topic))
                .withTimestampExtractor(new EventTime());
        // A record without value claims nothing; producers take a claim back with RETRACTED.
        return builder.stream(topic.name(), consumed)
                .flatMapValues(
                        event -> event == null ? List.of() : List.of(measure.apply(event)),
                        Named.as("measure-" + what));
    }

    private Repartitioned<String, CellChange> byCell() {
        return Repartitioned.<String, CellChange>as("changes-by-cell")
                .withKeySerde(serdes.keys())
                .withValueSerde(serdes.values(CellChange.class));
    }

    /** Neighbours may be anywhere, and what an agency has reported shows over all drugs: one partition holds all months. */
    private Repartitioned<String, MonthReport> inOnePlace() {
        return Repartitioned.<String, MonthReport>as("months-of-seizures")
                .withNumberOfPartitions(1)
                .withKeySerde(serdes.keys())
                .withValueSerde(serdes.values(MonthReport.class));
    }

    /** A global store in memory, which is filled before the first change is read, at every start. */
    private <V extends SpecificRecord, S> void keep(
            StreamsBuilder builder,
            Topic<V> topic,
            String store,
            Serde<S> stored,
            ProcessorSupplier<String, V, Void, Void> update) {
        builder.addGlobalStore(
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(store), serdes.keys(), stored)
                        .withLoggingDisabled(),
                topic.name(),
                Consumed.with(serdes.keys(), serdes.values(topic))
                        .withTimestampExtractor(new EventTime())
                        .withName("read-" + store),
                update);
    }

    private <V extends SpecificRecord> void publish(
            KStream<String, ? extends SpecificRecord> results, Topic<V> topic, String what) {
        pick(results, topic.type(), what)
                .to(
                        topic.name(),
                        Produced.<String, V>as("write-" + what)
                                .withKeySerde(serdes.keys())
                                .withValueSerde(serdes.values(topic)));
    }

    private static <V extends SpecificRecord> KStream<String, V> pick(
            KStream<String, ? extends SpecificRecord> results, Class<V> type, String what) {
        return results.flatMapValues(
                result -> type.isInstance(result) ? List.of(type.cast(result)) : List.<V>of(),
                Named.as("pick-" + what));
    }
}
