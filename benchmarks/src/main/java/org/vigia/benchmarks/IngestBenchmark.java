package org.vigia.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.vigia.events.LedgerEntry;
import org.vigia.producers.FeedLoader;
import org.vigia.producers.LoadProgress;
import org.vigia.producers.LoadSettings;
import org.vigia.producers.feed.FeedCatalogue;
import org.vigia.runtime.settings.Settings;
import org.vigia.standalone.platform.Directories;
import org.vigia.standalone.platform.Platform;

/**
 * Rows a second from a CSV file into Kafka: the feed loader, which reads, checks, deduplicates, encodes and commits,
 * against a plain producer that sends the same lines as they are. Both against the same broker, in turns.
 */
public final class IngestBenchmark {

    private static final String RAW = "raw-lines";

    private IngestBenchmark() {}

    /** Arguments: rows a file (default 500,000) and rounds (default 6). */
    public static void main(String[] arguments) throws Exception {
        long rows = arguments.length > 0 ? Long.parseLong(arguments[0]) : 500_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 6;
        Settings settings = Settings.read(Map.of(), Map.of(), null);
        try (Directories directories = Directories.open(null);
                Platform platform = Platform.open(settings, directories, 0, 0)) {
            Map<String, Object> clients = platform.cluster().clientProperties();
            try (Admin admin = Admin.create(clients)) {
                admin.createTopics(List.of(new NewTopic(RAW, 4, (short) 1)))
                        .all()
                        .get();
            }
            Map<String, Object> producer = new HashMap<>(clients);
            producer.putAll(platform.cluster().registryProperties());
            LoadSettings load = new LoadSettings(
                    platform.cluster().topics(),
                    producer,
                    directories.index(),
                    Instant.now(),
                    LocalDate.now(ZoneOffset.UTC));
            List<Double> ratios = new ArrayList<>();
            try (FeedLoader loader = new FeedLoader(load)) {
                for (int round = 0; round < rounds; round++) {
                    Path file = PartnerFile.write(directories.root(), round, rows);
                    double plain = rows / seconds(() -> sendLines(clients, file));
                    double vigia = rows / seconds(() -> load(loader, file, rows));
                    ratios.add(vigia / plain);
                    System.out.printf(
                            "round %d: plain producer %,.0f rows/s, feed loader %,.0f rows/s, ratio %.2f%n",
                            round, plain, vigia, vigia / plain);
                    Files.delete(file);
                }
            }
            ratios.sort(null);
            System.out.printf("median ratio %.2f%n", ratios.get(ratios.size() / 2));
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static double seconds(Work work) throws IOException {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void sendLines(Map<String, Object> clients, Path file) throws IOException {
        Map<String, Object> properties = new HashMap<>(clients);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 131_072);
        try (BufferedReader lines = Files.newBufferedReader(file);
                Producer<byte[], byte[]> producer =
                        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                var unused = producer.send(new ProducerRecord<>(RAW, line.getBytes(StandardCharsets.UTF_8)));
            }
            producer.flush();
        }
    }

    private static void load(FeedLoader loader, Path file, long rows) throws IOException {
        LedgerEntry ledger = loader.load(FeedCatalogue.shipped().require("vigia-seizures"), file, LoadProgress.none());
        if (ledger.getAccepted() != rows) {
            throw new IllegalStateException("Not every row was accepted: " + ledger);
        }
    }
}
