package org.vigia.trends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.vigia.events.Alert;
import org.vigia.events.DetectorSettings;
import org.vigia.events.LabDismantlement;
import org.vigia.events.LedgerEntry;
import org.vigia.events.OperationalWindow;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.Seizure;
import org.vigia.events.SeizureTrend;
import org.vigia.events.TrendRestatement;
import org.vigia.runtime.streams.InvalidEventHandler;
import org.vigia.runtime.streams.StoreKind;
import org.vigia.schemas.fixtures.Events;
import org.vigia.schemas.serde.EventSerdes;
import org.vigia.schemas.topics.Topic;
import org.vigia.schemas.topics.Topics;

/** The topology under the test driver: events go in, the last version of each output record comes out. */
final class TrendsDriver implements AutoCloseable {

    private static final String DEAD_LETTERS = "dead-letters";

    private final Topics topics = Topics.withPrefix("");
    private final EventSerdes serdes;
    private final Path state;
    private final TopologyTestDriver driver;
    private final Map<String, SeizureTrend> trends = new LinkedHashMap<>();
    private final Map<String, TrendRestatement> restatements = new LinkedHashMap<>();
    private final Map<String, OperationalWindow> windows = new LinkedHashMap<>();
    private final Map<String, Alert> alerts = new LinkedHashMap<>();

    TrendsDriver() {
        this(TrendsSettings.defaults().withStorage(StoreKind.MEMORY));
    }

    TrendsDriver(TrendsSettings settings) {
        String scope = UUID.randomUUID().toString();
        serdes = new EventSerdes(Map.of("schema.registry.url", "mock://" + scope));
        try {
            state = Files.createTempDirectory("vigia-trends-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Properties properties = new Properties();
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        properties.putAll(configuration(scope));
        driver = new TopologyTestDriver(topology(topics, serdes, settings, scope), properties);
    }

    static Topology topology(Topics topics, EventSerdes serdes, TrendsSettings settings, String applicationId) {
        return new TrendsApplication(topics, serdes, settings)
                .topology(new StreamsConfig(configuration(applicationId)));
    }

    private static Map<String, Object> configuration(String applicationId) {
        return Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                applicationId,
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                "none:9092",
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                StreamsConfig.EXACTLY_ONCE_V2,
                StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
                true,
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
                InvalidEventHandler.class,
                StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
                DEAD_LETTERS);
    }

    TrendsDriver seize(Seizure seizure) {
        return send(topics.seizures, seizure.getEnvelope().getEventId(), seizure);
    }

    TrendsDriver dismantle(LabDismantlement laboratory) {
        return send(topics.labDismantlements, laboratory.getEnvelope().getEventId(), laboratory);
    }

    TrendsDriver ship(PrecursorShipment shipment) {
        return send(topics.precursorShipments, shipment.getEnvelope().getEventId(), shipment);
    }

    /** Says that a load has come to its end, and lets the time pass after which its months are looked at. */
    TrendsDriver endLoad(String batchId) {
        LedgerEntry entry = LedgerEntry.newBuilder()
                .setFeed("vigia-seizures")
                .setPartner("vigia")
                .setSource(Events.source(batchId, 1))
                .setRead(0)
                .setAccepted(0)
                .setUnchanged(0)
                .setRevised(0)
                .setRetracted(0)
                .setRejected(0)
                .setStartedAt(Instant.EPOCH)
                .setFinishedAt(Instant.EPOCH)
                .build();
        send(topics.feedLedger, entry.getFeed(), entry);
        return pass(Duration.ofMinutes(1));
    }

    /** Lets time pass. */
    TrendsDriver pass(Duration time) {
        driver.advanceWallClockTime(time);
        driver.advanceWallClockTime(time);
        return this;
    }

    /** Sends settings of a detector. */
    TrendsDriver set(DetectorSettings settings) {
        return send(topics.detectorSettings, settings.getDetector(), settings);
    }

    /** The last version of every alert. */
    Map<String, Alert> alerts() {
        read(topics.alerts).forEach(alert -> alerts.put(alert.key, alert.value));
        return alerts;
    }

    /** The last version of an alert, which must be there. */
    Alert alert(String id) {
        return present(id, alerts());
    }

    private <V extends SpecificRecord> TrendsDriver send(Topic<V> topic, String key, V value) {
        driver.createInputTopic(
                        topic.name(),
                        Serdes.String().serializer(),
                        serdes.values(topic).serializer())
                .pipeInput(key, value);
        return this;
    }

    void sendNothing(Topic<?> topic, String key) {
        driver.createInputTopic(
                        topic.name(),
                        Serdes.String().serializer(),
                        Serdes.ByteArray().serializer())
                .pipeInput(new TestRecord<>(key, null, Instant.EPOCH));
    }

    /** Keys of the dead letters that were not read yet. */
    List<String> deadLetters() {
        return driver
                .createOutputTopic(
                        DEAD_LETTERS,
                        Serdes.String().deserializer(),
                        Serdes.ByteArray().deserializer())
                .readKeyValuesToList()
                .stream()
                .map(letter -> letter.key)
                .toList();
    }

    /** The last version of every trend. */
    Map<String, SeizureTrend> trends() {
        read(topics.seizureTrends).forEach(trend -> trends.put(trend.key, trend.value));
        return trends;
    }

    /** The last version of a trend, which must be there. */
    SeizureTrend trend(String key) {
        return present(key, trends());
    }

    /** The last version of a restatement, which must be there. */
    TrendRestatement restatement(String key) {
        return present(key, restatements());
    }

    /** The last version of an operational window, which must be there. */
    OperationalWindow window(String key) {
        return present(key, windows());
    }

    private static <V> V present(String key, Map<String, V> records) {
        V record = records.get(key);
        if (record == null) {
            throw new AssertionError("No " + key + " among " + records.keySet());
        }
        return record;
    }

    /** The last version of every restatement. */
    Map<String, TrendRestatement> restatements() {
        read(topics.trendRestatements).forEach(record -> restatements.put(record.key, record.value));
        return restatements;
    }

    /** The last version of every operational window. */
    Map<String, OperationalWindow> windows() {
        read(topics.operationalWindows).forEach(window -> windows.put(window.key, window.value));
        return windows;
    }

    /** Every record of a topic that was not read yet, intermediate versions too. */
    <V extends SpecificRecord> List<KeyValue<String, V>> read(Topic<V> topic) {
        return output(topic).readKeyValuesToList();
    }

    /** Timestamps of the records of a topic that were not read yet. */
    List<Long> timestamps(Topic<?> topic) {
        return output(topic).readRecordsToList().stream()
                .map(record -> record.timestamp())
                .toList();
    }

    private <V extends SpecificRecord> TestOutputTopic<String, V> output(Topic<V> topic) {
        return driver.createOutputTopic(
                topic.name(),
                Serdes.String().deserializer(),
                serdes.values(topic).deserializer());
    }

    Topics topics() {
        return topics;
    }

    /** Value of a metric of the topology, summed over its tags. */
    double metric(String name) {
        return driver.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals(name))
                .mapToDouble(metric -> ((Number) metric.getValue().metricValue()).doubleValue())
                .sum();
    }

    @Override
    public void close() {
        driver.close();
        try (var files = Files.walk(state)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
