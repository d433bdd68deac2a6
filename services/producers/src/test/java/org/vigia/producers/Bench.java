package org.vigia.producers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.vigia.events.LedgerEntry;
import org.vigia.producers.feed.Feed;
import org.vigia.producers.feed.FeedCatalogue;
import org.vigia.schemas.topics.Topics;

/** A loader on topics in memory, with files made on the spot. */
final class Bench implements AutoCloseable {

    static final Instant RECORDED_AT = Instant.parse("2026-01-15T12:00:00Z");
    static final LocalDate AS_OF = LocalDate.of(2026, 1, 15);

    final Topics topics = Topics.withPrefix("test.");
    final FakeLog log = new FakeLog(topics);

    private final Path directory;
    private FeedLoader loader;
    private Instant now = RECORDED_AT;
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    };
    private int files;
    private long nanos;
    long nanosPerLook;

    Bench(Path directory) {
        this.directory = directory;
        loader = loader("index");
    }

    private FeedLoader loader(String index) {
        return new FeedLoader(
                new LoadSettings(topics, Map.of(), directory.resolve(index), this::time),
                log,
                clock,
                () -> nanos += nanosPerLook);
    }

    static Feed feed(String name) {
        return FeedCatalogue.shipped().require(name);
    }

    private LoadTime time() {
        return new LoadTime(now, LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    /** Lets time pass. */
    void passDays(int days) {
        now = now.plus(Duration.ofDays(days));
    }

    /** What loads, until the next restart. */
    FeedLoader loader() {
        return loader;
    }

    /** Starts anew with the same index directory, as after a crash. */
    void restart() {
        restart("index");
    }

    /** Starts anew with another index directory, as on another machine. */
    void restart(String index) {
        loader.close();
        loader = loader(index);
    }

    LedgerEntry load(String feed, Path file) throws IOException {
        return loader.load(feed(feed), file, LoadProgress.none());
    }

    /** Loads a feed that does not ship with Vigía. */
    LedgerEntry load(Feed feed, Path file) throws IOException {
        return loader.load(feed, file, LoadProgress.none());
    }

    LedgerEntry load(Feed feed, String content) throws IOException {
        return load(feed, Files.writeString(directory.resolve("file-" + files++), content));
    }

    LedgerEntry load(String feed, String content) {
        return load(feed, "file-" + files++ + ".csv", content.getBytes(StandardCharsets.UTF_8));
    }

    LedgerEntry load(String feed, String name, byte[] content) {
        try {
            return load(feed, Files.write(directory.resolve(name), content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LedgerEntry load(String feed, LoadInput input) throws IOException {
        return loader.load(feed(feed), input, LoadProgress.none());
    }

    LedgerEntry rehearse(String feed, LoadInput input) throws IOException {
        return loader.rehearse(feed(feed), input);
    }

    LoadInput input(String name, String content) throws IOException {
        return LoadInput.of(Files.writeString(directory.resolve(name), content));
    }

    /** Counts in the order accepted, unchanged, revised, retracted, rejected. */
    static String counts(LedgerEntry ledger) {
        return ledger.getAccepted() + " " + ledger.getUnchanged() + " " + ledger.getRevised() + " "
                + ledger.getRetracted() + " " + ledger.getRejected();
    }

    @Override
    public void close() {
        loader.close();
    }
}
