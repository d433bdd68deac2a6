package org.vigia.screening;

import java.time.Clock;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.vigia.events.Alert;
import org.vigia.events.WatchListEntry;
import org.vigia.runtime.streams.StreamsApplication;
import org.vigia.schemas.serde.EventSerdes;
import org.vigia.schemas.time.EventTime;
import org.vigia.schemas.topics.Topics;

/**
 * Shipments in, alerts out.
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

        builder.addStateStore(alertStore()).stream(
                        topics.precursorShipments.name(),
                        Consumed.with(serdes.keys(), serdes.values(topics.precursorShipments))
                                .withTimestampExtractor(new EventTime())
                                .withName("shipments"))
                .process(
                        () -> new ShipmentScreening(settings, clock, lists),
                        Named.as("screen-against-watch-lists"),
                        ALERT_STORE)
                .to(
                        topics.alerts.name(),
                        Produced.with(serdes.keys(), serdes.values(topics.alerts))
                                .withName("alerts"));
        return builder.build();
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
