package org.vigia.screening;

import java.time.Clock;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.vigia.events.Alert;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.WatchListEntry;
import org.vigia.runtime.streams.StreamsApplication;
import org.vigia.schemas.serde.EventSerdes;
import org.vigia.schemas.time.EventTime;
import org.vigia.schemas.topics.Topic;
import org.vigia.schemas.topics.Topics;
import org.vigia.screening.history.Observations;
import org.vigia.screening.series.HistoryTopology;
import org.vigia.screening.watchlist.ListedGoods;

/**
 * Shipments in, alerts out; with laboratories and seizures where history is looked at.
 *
 * <p>Watch lists and sanctions lists stand in global stores in memory, which Kafka Streams fills from the compacted topics
 * before the first shipment is read, at every start. Entries that come later are seen by the shipments that are read after them.
 */
public final class ScreeningApplication implements StreamsApplication {

    /** Global store of list entries, by entry id. */
    static final String WATCH_LIST_STORE = "watch-list";

    /** Global store of sanctioned parties, by party id. */
    static final String SANCTIONED_STORE = "sanctioned-parties";

    /** Last alert sent under each id, by event id and alert id. */
    static final String ALERT_STORE = "sent-alerts";

    private final Topics topics;
    private final EventSerdes serdes;
    private final ScreeningSettings settings;
    private final Clock clock;

    /** @param clock gives {@code detectedAt}, and nothing else depends on it */
    public ScreeningApplication(Topics topics, EventSerdes serdes, ScreeningSettings settings, Clock clock) {
        this.topics = topics;
        this.serdes = serdes;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "screening";
    }

    @Override
    public Topology topology(StreamsConfig config) {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(config));
        ReferenceLists lists = new ReferenceLists(settings);
        addList(builder, topics.watchList, WATCH_LIST_STORE, "watch-list-entries", lists.watchLists());
        addList(builder, topics.sanctionedParties, SANCTIONED_STORE, "sanctioned-party-entries", lists.sanctions());

        KStream<String, PrecursorShipment> shipments = builder.addStateStore(alertStore()).stream(
                topics.precursorShipments.name(),
                Consumed.with(serdes.keys(), serdes.values(topics.precursorShipments))
                        .withTimestampExtractor(new EventTime())
                        .withName("shipments"));
        shipments
                .process(() -> new ShipmentScreening(clock, lists), Named.as("screen-against-lists"), ALERT_STORE)
                .to(
                        topics.alerts.name(),
                        Produced.with(serdes.keys(), serdes.values(topics.alerts))
                                .withName("alerts"));
        new HistoryTopology(topics, serdes, settings.storage(), settings.historyRetention(), clock)
                .add(builder, shipments, context -> observations(context, lists));
        return builder.build();
    }

    private Observations observations(ProcessorContext<?, ?> context, ReferenceLists lists) {
        ReadOnlyKeyValueStore<String, WatchListEntry> entries = context.getStateStore(WATCH_LIST_STORE);
        return new Observations(new ListedGoods(lists.watchLists().index(entries), settings.watchList()));
    }

    private <V extends SpecificRecord> void addList(
            StreamsBuilder builder, Topic<V> topic, String store, String name, CurrentIndex<V, ?> current) {
        builder.addGlobalStore(
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(store), serdes.keys(), serdes.values(topic))
                        .withLoggingDisabled(),
                topic.name(),
                Consumed.with(serdes.keys(), serdes.values(topic))
                        .withTimestampExtractor(new EventTime())
                        .withName(name),
                () -> new ListUpdate<>(store, current));
    }

    private StoreBuilder<KeyValueStore<String, Alert>> alertStore() {
        return Stores.keyValueStoreBuilder(
                settings.storage().keyValueStore(ALERT_STORE), serdes.keys(), serdes.values(topics.alerts));
    }
}
