package org.vigia.screening;

import java.time.Clock;
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
import org.vigia.schemas.topics.Topics;
import org.vigia.screening.history.Observations;
import org.vigia.screening.series.HistoryTopology;
import org.vigia.screening.watchlist.ListedGoods;

/**
 * Shipments in, alerts out; with laboratories and seizures where history is looked at.
 *
 * <p>The watch lists stand in a global store in memory, which Kafka Streams fills from the compacted topic before the
 * first shipment is read, at every start. Entries that come later are seen by the shipments that are read after them.
 */
public final class ScreeningApplication implements StreamsApplication {

    /** Global store of list entries, by entry id. */
    static final String WATCH_LIST_STORE = "watch-list";

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
        CurrentWatchList lists = new CurrentWatchList();

        builder.addGlobalStore(
                watchListStore(),
                topics.watchList.name(),
                Consumed.with(serdes.keys(), serdes.values(topics.watchList))
                        .withTimestampExtractor(new EventTime())
                        .withName("watch-list-entries"),
                () -> new WatchListUpdate(WATCH_LIST_STORE, lists));

        KStream<String, PrecursorShipment> shipments = builder.addStateStore(alertStore()).stream(
                topics.precursorShipments.name(),
                Consumed.with(serdes.keys(), serdes.values(topics.precursorShipments))
                        .withTimestampExtractor(new EventTime())
                        .withName("shipments"));
        shipments
                .process(
                        () -> new ShipmentScreening(settings, clock, lists),
                        Named.as("screen-against-watch-lists"),
                        ALERT_STORE)
                .to(
                        topics.alerts.name(),
                        Produced.with(serdes.keys(), serdes.values(topics.alerts))
                                .withName("alerts"));
        new HistoryTopology(topics, serdes, settings.storage(), settings.historyRetention(), clock)
                .add(builder, shipments, context -> observations(context, lists));
        return builder.build();
    }

    private Observations observations(ProcessorContext<?, ?> context, CurrentWatchList lists) {
        ReadOnlyKeyValueStore<String, WatchListEntry> entries = context.getStateStore(WATCH_LIST_STORE);
        return new Observations(new ListedGoods(lists.index(entries), settings.watchList()));
    }

    private StoreBuilder<KeyValueStore<String, WatchListEntry>> watchListStore() {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(WATCH_LIST_STORE), serdes.keys(), serdes.values(topics.watchList))
                .withLoggingDisabled();
    }

    private StoreBuilder<KeyValueStore<String, Alert>> alertStore() {
        return Stores.keyValueStoreBuilder(
                settings.storage().keyValueStore(ALERT_STORE), serdes.keys(), serdes.values(topics.alerts));
    }
}
