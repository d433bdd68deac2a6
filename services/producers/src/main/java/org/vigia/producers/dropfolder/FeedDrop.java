package org.vigia.producers.dropfolder;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigia.events.LedgerEntry;
import org.vigia.producers.FeedLoader;
import org.vigia.producers.LoadInput;
import org.vigia.producers.LoadProgress;
import org.vigia.producers.UnreadableFileException;
import org.vigia.producers.feed.Feed;
import org.vigia.runtime.http.ProblemException;

/** The drop folder of one feed. */
final class FeedDrop {

    private static final Logger log = LoggerFactory.getLogger(FeedDrop.class);

    private final Feed feed;
    private final Path place;
    private final Path loading;
    private final FeedLoader loader;
    private final Settled done;
    private final Settled failed;

    FeedDrop(Feed feed, Path place, FeedLoader loader) throws IOException {
        this.feed = feed;
        this.place = place;
        this.loader = loader;
        loading = Files.createDirectories(place.resolve(".loading"));
        done = new Settled(Files.createDirectories(place.resolve("done")));
        failed = new Settled(Files.createDirectories(place.resolve("failed")));
    }

    /**
     * Loads what is there: first what an earlier process left, then what is new, oldest first.
     *
     * @param stopping asked between files
     * @throws IOException if Kafka or the registry fails; the file stays and is loaded at the next call
     */
    void loadAll(BooleanSupplier stopping) throws IOException {
        for (Path left : directories(loading)) {
            if (stopping.getAsBoolean()) {
                return;
            }
            settle(left);
        }
        for (Path file : files()) {
            if (stopping.getAsBoolean()) {
                return;
            }
            settle(take(file));
        }
    }

    /** Moves a file to a place of its own, so that nobody writes to it any more. */
    private Path take(Path file) throws IOException {
        Path own = Files.createDirectory(loading.resolve(UUID.randomUUID().toString()));
        Files.move(file, own.resolve(DroppedName.plain(file)));
        return own;
    }

    private void settle(Path own) throws IOException {
        List<Path> content;
        try (Stream<Path> entries = Files.list(own)) {
            content = entries.toList();
        }
        if (content.isEmpty()) {
            // Killed between making the place and moving the file, or between moving the file on and this.
            Files.delete(own);
            return;
        }
        Path file = content.getFirst();
        try {
            // Only now, where nobody else can put a link in its place.
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileSystemException(file.toString(), null, "is a link or no file, and only files are loaded");
            }
            DroppedFile dropped = DroppedFile.of(file);
            LedgerEntry entry = loader.load(
                    feed, LoadInput.of(dropped.file()).named("drop-" + own.getFileName()), LoadProgress.none());
            done.put(file, Receipts.of(entry));
            log.info(
                    "Loaded {} of {}: {} rows, {} rejected",
                    file.getFileName(),
                    feed.name(),
                    entry.getRead(),
                    entry.getRejected());
        } catch (UnreadableFileException | FileSystemException | ProblemException e) {
            fail(file, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            log.error("{} of {} could not be loaded because of a defect", file.getFileName(), feed.name(), e);
            fail(file, "The file could not be loaded because of a defect, see the log.");
        }
        Files.delete(own);
    }

    private void fail(Path file, String why) throws IOException {
        log.warn("Cannot load {} of {}: {}", file.getFileName(), feed.name(), why);
        failed.put(file, Receipts.failure(feed.name(), String.valueOf(file.getFileName()), why));
    }

    private static List<Path> directories(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    private record Candidate(Path path, FileTime modified) {}

    private List<Path> files() throws IOException {
        List<Path> entries;
        try (Stream<Path> all = Files.list(place)) {
            entries = all.filter(DroppedName::isComplete).toList();
        }
        return entries.stream()
                .flatMap(FeedDrop::candidate)
                .sorted(Comparator.comparing(Candidate::modified).thenComparing(Candidate::path))
                .map(Candidate::path)
                .toList();
    }

    /** Links too, so that they are found in failed and not left to puzzle their sender. */
    private static Stream<Candidate> candidate(Path entry) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isDirectory()
                    ? Stream.empty()
                    : Stream.of(new Candidate(entry, attributes.lastModifiedTime()));
        } catch (IOException e) {
            // Its sender took it away again.
            return Stream.empty();
        }
    }
}
