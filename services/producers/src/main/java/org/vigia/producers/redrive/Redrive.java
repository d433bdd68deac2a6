package org.vigia.producers.redrive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.vigia.producers.FeedLoader;
import org.vigia.producers.feed.Feed;

/** Sends refused rows again through their feed as it is now, or only tries. */
public final class Redrive {

    private final FeedLoader loader;
    private final Path directory;
    private final AtomicLong runs = new AtomicLong();

    /**
     * Prepares.
     *
     * @param directory where rows lie while they are loaded
     */
    public Redrive(FeedLoader loader, Path directory) {
        this.loader = loader;
        this.directory = directory;
    }

    /**
     * Sends rows again. What is refused during the call is not taken up by it.
     *
     * @param send false to try only
     * @throws IOException if Kafka or the registry fails; what was sent until then is not sent again next time
     */
    public RedriveReport run(Feed feed, Selection selection, boolean send) throws IOException {
        Set<String> batches = new LinkedHashSet<>();
        loader.openRejections(feed, record -> {
            if (selection.has(record)) {
                batches.add(record.getSource().getBatchId());
            }
            return true;
        });
        RedriveReport report = RedriveReport.none(feed.name(), send);
        Path place = directory.resolve("redrive-" + runs.incrementAndGet());
        for (String batch : batches) {
            report = new BatchRedrive(loader, feed, batch, selection, place).run(report);
        }
        return report;
    }
}
