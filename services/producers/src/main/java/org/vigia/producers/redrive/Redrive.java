package org.vigia.producers.redrive;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.vigia.producers.FeedLoader;
import org.vigia.producers.feed.Feed;

/** Sends refused rows again through their feed as it is now, or only tries. */
public final class Redrive {

    private final FeedLoader loader;

    public Redrive(FeedLoader loader) {
        this.loader = loader;
    }

    /**
     * Sends rows again. What is refused during the call is not taken up by it.
     *
     * @param send false to try only
     * @throws IOException if Kafka or the registry fails; what was sent until then is not sent again next time
     */
    public RedriveReport run(Feed feed, Selection selection, boolean send) throws IOException {
        Set<String> batches = new LinkedHashSet<>();
        Set<String> unknown = new TreeSet<>(selection.mended().keySet());
        loader.openRejections(feed, record -> {
            unknown.remove(record.getRejectionId());
            if (selection.has(record)) {
                batches.add(record.getSource().getBatchId());
            }
            return true;
        });
        RedriveReport report = RedriveReport.none(feed.name(), send);
        for (String batch : batches) {
            report = new BatchRedrive(loader, feed, batch, selection).run(report);
        }
        return unknown.isEmpty()
                ? report
                : report.without(
                        "there is no such refused row, or it was sent again since: "
                                + unknown.iterator().next(),
                        unknown.size());
    }
}
