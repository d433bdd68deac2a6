package org.vigia.runtime.streams;

import java.nio.file.Path;
import org.vigia.runtime.settings.Setting;
import org.vigia.runtime.settings.Settings;

/**
 * How Streams applications run in this process.
 *
 * @param stateDirectory where state stores lie
 * @param threads stream threads of each application, 1 to 64
 * @param commitIntervalMs how often transactions are committed, 1 to 60,000 ms; bounds how late an output is seen
 * @param stores kind of key-value store
 * @param groupProtocol {@code classic} or {@code streams}
 */
public record StreamsSettings(
        Path stateDirectory, int threads, int commitIntervalMs, StoreKind stores, String groupProtocol) {

    /** From the settings of the process. */
    public static StreamsSettings from(Settings settings, Path stateDirectory) {
        return new StreamsSettings(
                stateDirectory,
                settings.integer(Setting.THREADS, 1, 64).orElseThrow(),
                settings.integer(Setting.COMMIT_INTERVAL, 1, 60_000).orElseThrow(),
                settings.oneOf(Setting.STORES, "rocksdb", "memory").equals("memory")
                        ? StoreKind.MEMORY
                        : StoreKind.ROCKSDB,
                settings.oneOf(Setting.GROUP_PROTOCOL, "classic", "streams"));
    }

    /** The same, committing no more often than that: each commit has a price, which pays where somebody waits for results. */
    public StreamsSettings committingEvery(int leastMs) {
        return new StreamsSettings(stateDirectory, threads, Math.max(commitIntervalMs, leastMs), stores, groupProtocol);
    }
}
