package org.vigia.producers.dropfolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigia.producers.FeedLoader;
import org.vigia.producers.feed.Feed;

/** Watches a directory with a subdirectory for each feed, and loads what is put there. */
public final class DropFolder implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DropFolder.class);

    /** Looking is more dependable than being told: network file systems do not tell. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final CountDownLatch stopping = new CountDownLatch(1);
    private final List<Thread> watchers = new ArrayList<>();

    private DropFolder() {}

    /**
     * Begins to watch.
     *
     * @param directory made if missing, with a subdirectory for each feed that reads files
     * @param loader what loads; it stays open
     * @throws IOException if the directory cannot be used; the message says why
     */
    public static DropFolder watch(Path directory, List<Feed> feeds, FeedLoader loader) throws IOException {
        Files.createDirectories(directory);
        Path real = directory.toRealPath();
        DropFolder folder = new DropFolder();
        // A delivery of several files cannot be renamed in at once.
        List<Feed> ofFiles =
                feeds.stream().filter(feed -> feed.layout().parts().isEmpty()).toList();
        for (Feed feed : ofFiles) {
            Path place = real.resolve(feed.name());
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException("drop: " + place + " is a link or a file, and must be a directory. Remove it.");
            }
            FeedDrop drop = new FeedDrop(feed, Files.createDirectories(place), loader);
            folder.watchers.add(Thread.ofVirtual().name("drop-" + feed.name()).unstarted(() -> folder.run(drop, feed)));
        }
        warnOfStrangers(real, ofFiles);
        folder.watchers.forEach(Thread::start);
        return folder;
    }

    private static void warnOfStrangers(Path directory, List<Feed> feeds) throws IOException {
        Set<String> names = feeds.stream().map(Feed::name).collect(Collectors.toSet());
        try (Stream<Path> entries = Files.list(directory)) {
            entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> !names.contains(name) && !name.startsWith("."))
                    .forEach(name ->
                            log.warn("{} in {} is not the name of a feed, so nobody looks there", name, directory));
        }
    }

    private void run(FeedDrop drop, Feed feed) {
        Duration wait = Duration.ZERO;
        try {
            while (!stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    drop.loadAll(() -> stopping.getCount() == 0);
                    wait = LOOK;
                } catch (IOException e) {
                    log.warn("The drop folder of {} waits: {}", feed.name(), e.getMessage());
                    wait = AFTER_FAILURE;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops; waits for the files that are being loaded. */
    @Override
    public void close() {
        stopping.countDown();
        for (Thread watcher : watchers) {
            try {
                watcher.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
