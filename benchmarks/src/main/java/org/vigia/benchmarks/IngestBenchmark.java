package org.vigia.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
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
 * against a plain producer that sends the very records that came of it, and against one that sends the lines as they are.
 * All three against the same broker in the same process, in turns.
 */
public final class IngestBenchmark {

    private static final String RAW = "raw";

    private final long rows;
    private final Platform platform;
    private final PlainProducer plain;
    private final Directories directories;

    private IngestBenchmark(long rows, Platform platform, Directories directories) {
        this.rows = rows;
        this.platform = platform;
        this.directories = directories;
        plain = new PlainProducer(platform.cluster().clientProperties(), RAW);
    }

    /** Arguments: rows a file (default 400,000) and rounds (default 6). */
    public static void main(String[] arguments) throws Exception {
        long rows = arguments.length > 0 ? Long.parseLong(arguments[0]) : 400_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 6;
        try (Directories directories = Directories.open(null);
                Platform platform = Platform.open(Settings.read(Map.of(), Map.of(), null), directories, 0, 0)) {
            try (Admin admin = Admin.create(platform.cluster().clientProperties())) {
                admin.createTopics(List.of(new NewTopic(RAW, 4, (short) 1)))
                        .all()
                        .get();
            }
            new IngestBenchmark(rows, platform, directories).run(rounds);
        }
    }

    private void run(int rounds) throws IOException {
        Map<String, Object> producer = new HashMap<>(platform.cluster().clientProperties());
        producer.putAll(platform.cluster().registryProperties());
        LoadSettings settings = new LoadSettings(
                platform.cluster().topics(),
                producer,
                directories.index(),
                Instant.now(),
                LocalDate.now(ZoneOffset.UTC));
        List<Double> ratios = new ArrayList<>();
        try (FeedLoader loader = new FeedLoader(settings)) {
            for (int round = 0; round < rounds; round++) {
                Path file = PartnerFile.write(directories.root(), round, rows);
                Figures vigia = measure(() -> load(loader, file));
                var records = plain.last(platform.cluster().topics().seizures.name(), rows);
                Figures sameRecords = measure(() -> plain.send(records));
                Figures sameLines = measure(() -> plain.sendLines(file));
                ratios.add(vigia.rowsPerSecond / sameRecords.rowsPerSecond);
                System.out.printf(
                        "round %d: feed loader %s | same records %s | same lines %s | ratio %.2f, %.2f%n",
                        round,
                        vigia,
                        sameRecords,
                        sameLines,
                        vigia.rowsPerSecond / sameRecords.rowsPerSecond,
                        vigia.rowsPerSecond / sameLines.rowsPerSecond);
                Files.delete(file);
            }
        }
        ratios.sort(null);
        System.out.printf("median ratio to the same records %.2f%n", ratios.get(ratios.size() / 2));
    }

    private interface Work {
        void run() throws IOException;
    }

    /**
     * What an arm took.
     *
     * @param threadMicros CPU time a row of the thread that loads or sends
     * @param processMicros CPU time a row of the process, broker included
     */
    private record Figures(double rowsPerSecond, double threadMicros, double processMicros) {

        @Override
        public String toString() {
            return "%,.0f rows/s, CPU us/row %.1f thread %.1f process"
                    .formatted(rowsPerSecond, threadMicros, processMicros);
        }
    }

    private Figures measure(Work work) throws IOException {
        long start = System.nanoTime();
        long thread = threadNanos();
        long process = processNanos();
        work.run();
        return new Figures(
                rows * 1e9 / (System.nanoTime() - start),
                (threadNanos() - thread) / 1e3 / rows,
                (processNanos() - process) / 1e3 / rows);
    }

    private static long threadNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long processNanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    private void load(FeedLoader loader, Path file) throws IOException {
        LedgerEntry ledger = loader.load(FeedCatalogue.shipped().require("vigia-seizures"), file, LoadProgress.none());
        if (ledger.getAccepted() != rows) {
            throw new IllegalStateException("Not every row was accepted: " + ledger);
        }
    }
}
