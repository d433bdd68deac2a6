package org.vigia.producers.ingest;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigia.events.LedgerEntry;
import org.vigia.producers.FeedLoader;
import org.vigia.producers.IdempotencyKeyReusedException;
import org.vigia.producers.LoadInput;
import org.vigia.producers.LoadProgress;
import org.vigia.producers.RefusedInputException;
import org.vigia.producers.UnreadableFileException;
import org.vigia.producers.feed.Feed;
import org.vigia.producers.feed.FeedCatalogue;
import org.vigia.producers.feed.UnknownFeedException;
import org.vigia.runtime.http.Problem;
import org.vigia.runtime.http.ProblemException;

/** Loads for senders over HTTP: whatever ends a load is told to them as a problem. */
final class Loads {

    private static final Logger log = LoggerFactory.getLogger(Loads.class);
    private static final int MOST_REASONS = 100;

    private final FeedCatalogue feeds;
    private final FeedLoader loader;

    Loads(FeedCatalogue feeds, FeedLoader loader) {
        this.feeds = feeds;
        this.loader = loader;
    }

    /** @throws ProblemException 404 */
    Feed feed(String name) {
        try {
            return feeds.require(name);
        } catch (UnknownFeedException e) {
            throw new ProblemException(404, "No such feed", String.valueOf(e.getMessage()));
        }
    }

    /** @throws ProblemException 422 if the input is at fault, 503 if Kafka is */
    LedgerEntry load(Feed feed, LoadInput input) {
        try {
            return loader.load(feed, input, LoadProgress.none());
        } catch (IOException | RuntimeException e) {
            throw problem(e);
        }
    }

    /** What ended a load, as its sender is told it: 422 if the input is at fault, 503 if Kafka is; a defect as it is. */
    static RuntimeException problem(Exception why) {
        return switch (why) {
            case IdempotencyKeyReusedException e ->
                new ProblemException(422, "Idempotency-Key used before", String.valueOf(e.getMessage()));
            case RefusedInputException e -> refused(e);
            case UnreadableFileException e ->
                new ProblemException(422, "The batch cannot be read", String.valueOf(e.getMessage()));
            case IOException e -> unavailable(e);
            case RuntimeException e -> e;
            default -> new IllegalStateException(why);
        };
    }

    /** The answer when Kafka or the registry does not do its part. */
    static ProblemException unavailable(IOException e) {
        log.warn("Not served: {}", e.getMessage(), e);
        return new ProblemException(
                Problem.of(
                        503,
                        "Not acknowledged",
                        "Kafka has not acknowledged the request. Send the same bytes again in a while; what has landed is"
                                + " not counted twice."),
                Map.of("Retry-After", "10"));
    }

    private static ProblemException refused(RefusedInputException e) {
        List<Map<String, String>> errors = e.refusals().stream()
                .limit(MOST_REASONS)
                .map(refusal -> Map.of("reason", refusal.reason().name(), "detail", refusal.detail()))
                .distinct()
                .toList();
        return new ProblemException(
                new Problem(
                        422,
                        "The event cannot be taken",
                        String.valueOf(e.getMessage()) + " Nothing of it has landed.",
                        Map.of("errors", errors)),
                Map.of());
    }
}
