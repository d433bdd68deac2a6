package org.vigia.standalone.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigia.runtime.kafka.Cluster;
import org.vigia.runtime.metrics.Metrics;
import org.vigia.runtime.streams.StreamsApplication;
import org.vigia.runtime.streams.StreamsRunner;
import org.vigia.runtime.streams.StreamsSettings;

/** The applications of one replay. Against a cluster where they run already they share the partitions for its length. */
final class ReplayedApplications implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ReplayedApplications.class);

    private final Cluster cluster;
    private final StreamsSettings settings;
    private final Metrics metrics;
    private final List<StreamsRunner> runners = new ArrayList<>();

    ReplayedApplications(Cluster cluster, StreamsSettings settings, Metrics metrics) {
        this.cluster = cluster;
        this.settings = settings;
        this.metrics = metrics;
    }

    void start(StreamsApplication application) {
        StreamsRunner runner = StreamsRunner.prepare(application, cluster, settings, metrics.registry());
        runners.add(runner);
        runner.start();
    }

    void awaitRunning(Duration limit) throws InterruptedException {
        for (StreamsRunner runner : runners) {
            runner.awaitRunning(limit);
        }
    }

    /** All of them. */
    List<StreamsRunner> runners() {
        return runners;
    }

    @Override
    public void close() {
        // An interrupted replay is on its way out by an exception; what it closes must not be cut short by the flag
        // too.
        if (Thread.interrupted()) {
            log.debug("Interrupted; the applications are stopped");
        }
        runners.parallelStream().forEach(StreamsRunner::close);
    }
}
