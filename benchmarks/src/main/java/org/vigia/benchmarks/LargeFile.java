package org.vigia.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.vigia.events.LedgerEntry;
import org.vigia.producers.FeedLoader;
import org.vigia.producers.LoadProgress;
import org.vigia.producers.LoadSettings;
import org.vigia.producers.feed.FeedCatalogue;
import org.vigia.runtime.settings.Settings;
import org.vigia.standalone.platform.Directories;
import org.vigia.standalone.platform.Platform;

/** Loads one file that is larger than the heap, and says what that took. */
public final class LargeFile {

    /** Of {@link PartnerFile}. */
    private static final int ROW_BYTES = 115;

    private LargeFile() {}

    /** Argument: gigabytes (default 5). */
    public static void main(String[] arguments) throws Exception {
        long bytes = (arguments.length > 0 ? Long.parseLong(arguments[0]) : 5) * 1_000_000_000;
        try (Directories directories = Directories.open(null);
                Platform platform = Platform.open(Settings.read(Map.of(), Map.of(), null), directories, 0, 0)) {
            Path file = PartnerFile.write(directories.root(), 0, bytes / ROW_BYTES);
            Map<String, Object> producer = new HashMap<>(platform.cluster().clientProperties());
            producer.putAll(platform.cluster().registryProperties());
            LoadSettings settings = new LoadSettings(
                    platform.cluster().topics(),
                    producer,
                    directories.index(),
                    Instant.now(),
                    LocalDate.now(ZoneOffset.UTC));
            try (FeedLoader loader = new FeedLoader(settings)) {
                long start = System.nanoTime();
                LedgerEntry ledger =
                        loader.load(FeedCatalogue.shipped().require("vigia-seizures"), file, LoadProgress.none());
                double seconds = (System.nanoTime() - start) / 1e9;
                System.out.printf(
                        "%,d bytes, %,d rows read, %,d accepted, %,d refused in %.0f s (%,.0f rows/s); heap of at most"
                                + " %,d MB, of which %,d MB were ever used, broker and registry included%n",
                        Files.size(file),
                        ledger.getRead(),
                        ledger.getAccepted(),
                        ledger.getRejected(),
                        seconds,
                        ledger.getRead() / seconds,
                        Runtime.getRuntime().maxMemory() >> 20,
                        peakHeap() >> 20);
            }
        }
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
                .sum();
    }
}
