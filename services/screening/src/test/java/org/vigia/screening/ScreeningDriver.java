package org.vigia.screening;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.vigia.events.Alert;
import org.vigia.events.AlertKind;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.SanctionedParty;
import org.vigia.events.WatchListEntry;
import org.vigia.runtime.streams.InvalidEventHandler;
import org.vigia.runtime.streams.StoreKind;
import org.vigia.schemas.serde.EventSerdes;
import org.vigia.schemas.topics.Topics;

/** The screening topology on Kafka's test driver: lists and shipments in, alerts out. */
final class ScreeningDriver implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static final Set<AlertKind> OF_LISTS = EnumSet.of(AlertKind.WATCH_LIST, AlertKind.SANCTIONED_PARTY);

    private static final String DEAD_LETTERS = "dead-letters";

    private final TopologyTestDriver driver;
    private final TestInputTopic<String, WatchListEntry> watchList;
    private final TestInputTopic<String, SanctionedParty> sanctioned;
    private final TestInputTopic<String, PrecursorShipment> shipments;
    private final TestOutputTopic<String, Alert> alerts;
    private final TickingClock clock = new TickingClock();

    ScreeningDriver() {
        Topics topics = Topics.withPrefix("t.");
        EventSerdes serdes = new EventSerdes(Map.of("schema.registry.url", "mock://" + UUID.randomUUID()));
        driver = new TopologyTestDriver(
                topology(topics, serdes, clock), properties(), Instant.parse("2025-01-01T00:00:00Z"));
        watchList = driver.createInputTopic(
                topics.watchList.name(),
                serdes.keys().serializer(),
                serdes.values(topics.watchList).serializer());
        sanctioned = driver.createInputTopic(
                topics.sanctionedParties.name(),
                serdes.keys().serializer(),
                serdes.values(topics.sanctionedParties).serializer());
        shipments = driver.createInputTopic(
                topics.precursorShipments.name(),
                serdes.keys().serializer(),
                serdes.values(topics.precursorShipments).serializer());
        alerts = driver.createOutputTopic(
                topics.alerts.name(),
                serdes.keys().deserializer(),
                serdes.values(topics.alerts).deserializer());
    }

    static Topology topology(Topics topics, EventSerdes serdes, Clock clock) {
        Properties properties = properties();
        return new ScreeningApplication(
                        topics, serdes, ScreeningSettings.defaults().withStorage(StoreKind.MEMORY), clock)
                .topology(new StreamsConfig(properties));
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "screening-" + UUID.randomUUID());
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:9092");
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, InvalidEventHandler.class);
        properties.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, DEAD_LETTERS);
        return properties;
    }

    ScreeningDriver list(WatchListEntry... entries) {
        for (WatchListEntry entry : entries) {
            watchList.pipeInput(entry.getEntryId(), entry);
        }
        return this;
    }

    ScreeningDriver sanction(SanctionedParty... parties) {
        for (SanctionedParty party : parties) {
            sanctioned.pipeInput(party.getPartyId(), party);
        }
        return this;
    }

    void deleteEntry(String entryId) {
        watchList.pipeInput(new TestRecord<>(entryId, null, Instant.EPOCH));
    }

    /** What Kafka Streams' restoration of a store amounts to: entries that no processor has seen. */
    KeyValueStore<String, WatchListEntry> restoredStore() {
        return driver.getKeyValueStore(ScreeningApplication.WATCH_LIST_STORE);
    }

    /** Sends versions of shipments and returns what they gave. */
    List<Alert> screen(PrecursorShipment... versions) {
        return screenRecords(versions).stream().map(TestRecord::value).toList();
    }

    /** Sends a record without value. */
    List<Alert> screenNothing(String eventId) {
        shipments.pipeInput(new TestRecord<>(eventId, null, Instant.EPOCH));
        return screen();
    }

    /** Keys of the dead letters that were not read yet. */
    List<String> deadLetters() {
        return driver
                .createOutputTopic(DEAD_LETTERS, new StringDeserializer(), new ByteArrayDeserializer())
                .readKeyValuesToList()
                .stream()
                .map(letter -> letter.key)
                .toList();
    }

    /** What the lists gave; what history gives has tests and a driver of its own. */
    List<TestRecord<String, Alert>> screenRecords(PrecursorShipment... versions) {
        for (PrecursorShipment version : versions) {
            shipments.pipeInput(version.getEnvelope().getEventId(), version);
        }
        return new ArrayList<>(alerts.readRecordsToList().stream()
                .filter(record -> OF_LISTS.contains(record.value().getKind()))
                .toList());
    }

    @Override
    public void close() {
        driver.close();
    }

    /** Never the same time twice, so that a test sees what depends on it. */
    private static final class TickingClock extends Clock {

        private Instant now = NOW;

        @Override
        public Instant instant() {
            now = now.plus(Duration.ofSeconds(1));
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
