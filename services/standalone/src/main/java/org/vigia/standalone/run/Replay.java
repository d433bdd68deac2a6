package org.vigia.standalone.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.vigia.events.LedgerEntry;
import org.vigia.producers.FeedLoader;
import org.vigia.producers.LoadSettings;
import org.vigia.producers.feed.Feed;
import org.vigia.runtime.kafka.Cluster;
import org.vigia.runtime.metrics.Metrics;
import org.vigia.runtime.streams.StreamsSettings;
import org.vigia.standalone.platform.Applications;
import org.vigia.trends.surges.Looks;

/**
 * Sends files through the whole pipeline, in the order given, and waits after each until it is processed.
 *
 * <p>References come first: a shipment must find the lists that it is screened against. A file is drained before the next
 * is sent, so that what one file restates of another does not depend on how the two interleave.
 */
public final class Replay {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STILL_LIMIT = Duration.ofMinutes(2);

    private final Cluster cluster;
    private final StreamsSettings streams;
    private final Path index;
    private final LocalDate asOf;
    private final Progress progress;

    /**
     * @param index directory for what the producers remember
     * @param asOf claims of later days are refused
     */
    public Replay(Cluster cluster, StreamsSettings streams, Path index, LocalDate asOf, Progress progress) {
        this.cluster = cluster;
        this.streams = streams;
        this.index = index;
        this.asOf = asOf;
        this.progress = progress;
    }

    /** One file of one feed. */
    public record Input(Feed feed, Path file) {}

    /**
     * What became of the files.
     *
     * @param ledger the account of each file that was loaded, in order
     * @param failures what a person must know of each file that could not be read to its end
     */
    public record Outcome(List<LedgerEntry> ledger, List<String> failures) {}

    /** Replays; a file that cannot be read to its end does not keep the others from being loaded. */
    public Outcome run(List<Input> references, List<Input> feeds) throws InterruptedException, ExecutionException {
        Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>());
        LoadSettings settings = new LoadSettings(cluster.topics(), producerProperties(), index, Instant.now(), asOf);
        try (Metrics metrics = new Metrics();
                Admin admin = Admin.create(cluster.clientProperties());
                ReplayedApplications applications = new ReplayedApplications(cluster, streams, metrics)) {
            try (FeedLoader loader = new FeedLoader(settings)) {
                Looks looks = Looks.heldBack();
                applications.start(Applications.trends(cluster, streams, looks));
                references.forEach(reference -> load(loader, reference, outcome));
                // A global store is read to its end before its application starts, so the lists are complete from here
                // on.
                applications.start(Applications.screening(cluster, streams));
                applications.awaitRunning(START_LIMIT);
                PipelineDrain drain = new PipelineDrain(admin, applications.runners());
                for (Input feed : feeds) {
                    load(loader, feed, outcome);
                    progress.step("processing " + feed.file().getFileName());
                    drain.awaitInput(STILL_LIMIT);
                }
                drain.awaitInput(STILL_LIMIT);
                // Once, when all files are in: what half of them show would be withdrawn again.
                looks.release();
                drain.await(STILL_LIMIT);
            }
            progress.step("stopping");
        } finally {
            progress.clear();
        }
        return outcome;
    }

    private void load(FeedLoader loader, Input input, Outcome outcome) {
        try {
            outcome.ledger().add(loader.load(input.feed(), input.file(), progress.of(input.file())));
        } catch (IOException e) {
            outcome.failures().add(input.file() + ": " + e.getMessage());
        }
    }

    private Map<String, Object> producerProperties() {
        Map<String, Object> properties = cluster.clientProperties();
        properties.putAll(cluster.registryProperties());
        return properties;
    }
}
