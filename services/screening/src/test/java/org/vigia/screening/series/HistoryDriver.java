package org.vigia.screening.series;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.vigia.events.Alert;
import org.vigia.events.AlertKind;
import org.vigia.events.AlertStatus;
import org.vigia.events.DetectorSettings;
import org.vigia.events.Jurisdiction;
import org.vigia.events.LabDismantlement;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.Seizure;
import org.vigia.events.TradeBaseline;
import org.vigia.events.WatchListEntry;
import org.vigia.runtime.streams.InvalidEventHandler;
import org.vigia.runtime.streams.StoreKind;
import org.vigia.schemas.serde.EventSerdes;
import org.vigia.schemas.topics.Topic;
import org.vigia.schemas.topics.Topics;
import org.vigia.screening.ScreeningApplication;
import org.vigia.screening.ScreeningSettings;

/** The screening topology on Kafka's test driver, with the alerts that rest on history. */
final class HistoryDriver implements AutoCloseable {

    private final Topics topics = Topics.withPrefix("t.");
    private final EventSerdes serdes = new EventSerdes(Map.of("schema.registry.url", "mock://" + UUID.randomUUID()));
    private final TopologyTestDriver driver;
    private final TestOutputTopic<String, Alert> alerts;
    private final Map<String, TestInputTopic<String, ?>> inputs = new TreeMap<>();
    private final Map<String, Alert> last = new TreeMap<>();

    HistoryDriver() {
        this(ScreeningSettings.defaults().withStorage(StoreKind.MEMORY));
    }

    HistoryDriver(ScreeningSettings settings) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "screening-" + UUID.randomUUID());
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:9092");
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, InvalidEventHandler.class);
        properties.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, "dead-letters");
        try {
            properties.put(
                    StreamsConfig.STATE_DIR_CONFIG,
                    Files.createTempDirectory("vigia-history-").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
        driver = new TopologyTestDriver(
                new ScreeningApplication(topics, serdes, settings, clock).topology(new StreamsConfig(properties)),
                properties);
        alerts = driver.createOutputTopic(
                topics.alerts.name(),
                serdes.keys().deserializer(),
                serdes.values(topics.alerts).deserializer());
    }

    HistoryDriver list(WatchListEntry... entries) {
        for (WatchListEntry entry : entries) {
            send(topics.watchList, entry.getEntryId(), entry);
        }
        return this;
    }

    HistoryDriver settings(DetectorSettings version) {
        send(topics.detectorSettings, version.getDetector(), version);
        // Stands for the time in which an application that has nothing to do looks at its settings.
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        return this;
    }

    HistoryDriver jurisdiction(Jurisdiction jurisdiction) {
        send(topics.jurisdictions, jurisdiction.getJurisdictionId(), jurisdiction);
        return this;
    }

    HistoryDriver baseline(TradeBaseline baseline) {
        send(topics.tradeBaselines, baseline.getBaselineId(), baseline);
        return this;
    }

    /** Sends versions of events of any kind; returns what they gave, without alerts of watch lists. */
    List<Alert> send(SpecificRecord... events) {
        for (SpecificRecord event : events) {
            switch (event) {
                case PrecursorShipment shipment ->
                    send(topics.precursorShipments, shipment.getEnvelope().getEventId(), shipment);
                case LabDismantlement laboratory ->
                    send(topics.labDismantlements, laboratory.getEnvelope().getEventId(), laboratory);
                case Seizure seizure ->
                    send(topics.seizures, seizure.getEnvelope().getEventId(), seizure);
                default -> throw new IllegalArgumentException("No event: " + event);
            }
        }
        return sent();
    }

    /** What was sent since it was last asked for. */
    List<Alert> sent() {
        List<Alert> sent = new ArrayList<>();
        alerts.readValuesToList().stream()
                .filter(alert -> alert.getKind() != AlertKind.WATCH_LIST)
                .forEach(alert -> {
                    sent.add(alert);
                    last.put(alert.getAlertId(), alert);
                });
        return sent;
    }

    /** The alerts that stand in the end, by id, without what tells how they came about. */
    Map<String, Alert> standing() {
        sent();
        Map<String, Alert> standing = new TreeMap<>();
        last.forEach((id, alert) -> {
            if (alert.getStatus() != AlertStatus.WITHDRAWN) {
                standing.put(
                        id,
                        Alert.newBuilder(alert)
                                .setStatus(AlertStatus.RAISED)
                                .setVersion(1)
                                .build());
            }
        });
        return standing;
    }

    private <V extends SpecificRecord> void send(Topic<V> topic, String key, V value) {
        @SuppressWarnings("unchecked") // Each is made for the topic under whose name it is kept.
        TestInputTopic<String, V> input = (TestInputTopic<String, V>) inputs.computeIfAbsent(
                topic.name(),
                name -> driver.createInputTopic(
                        name, serdes.keys().serializer(), serdes.values(topic).serializer()));
        input.pipeInput(key, value);
    }

    @Override
    public void close() {
        driver.close();
    }
}
