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
import org.vigia.runtime.streams.StreamsApplication;
import org.vigia.runtime.streams.StreamsRunner;
import org.vigia.runtime.streams.StreamsSettings;
import org.vigia.standalone.platform.Applications;

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

    /** Replays; returns the account of each file in order. */
    public List<LedgerEntry> run(List<Input> references, List<Input> feeds)
            throws IOException, InterruptedException, ExecutionException {
        List<StreamsRunner> runners = new ArrayList<>();
        List<LedgerEntry> ledger = new ArrayList<>();
        LoadSettings settings = new LoadSettings(cluster.topics(), producerProperties(), index, Instant.now(), asOf);
        try (Metrics metrics = new Metrics();
                Admin admin = Admin.create(cluster.clientProperties());
                FeedLoader loader = new FeedLoader(settings)) {
            runners.add(started(Applications.trends(cluster, streams), metrics));
            for (Input reference : references) {
                ledger.add(load(loader, reference));
            }
            // A global store is read to its end before its application starts, so the lists are complete from here on.
            runners.add(started(Applications.screening(cluster, streams), metrics));
            for (StreamsRunner runner : runners) {
                runner.awaitRunning(START_LIMIT);
            }
            PipelineDrain drain = new PipelineDrain(admin, runners);
            for (Input feed : feeds) {
                ledger.add(load(loader, feed));
                progress.step("processing " + feed.file().getFileName());
                drain.await(STILL_LIMIT);
            }
            drain.await(STILL_LIMIT);
        } finally {
            progress.step("stopping");
            runners.parallelStream().forEach(StreamsRunner::close);
            progress.clear();
        }
        return ledger;
    }

    private StreamsRunner started(StreamsApplication application, Metrics metrics) {
        return StreamsRunner.prepare(application, cluster, streams, metrics.registry())
                .start();
    }

    private LedgerEntry load(FeedLoader loader, Input input) throws IOException {
        return loader.load(input.feed(), input.file(), progress.of(input.file()));
    }

    private Map<String, Object> producerProperties() {
        Map<String, Object> properties = cluster.clientProperties();
        properties.putAll(cluster.registryProperties());
        return properties;
    }
}
