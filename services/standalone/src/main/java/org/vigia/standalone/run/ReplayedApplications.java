package org.vigia.standalone.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigia.runtime.kafka.Cluster;
import org.vigia.runtime.metrics.Metrics;
import org.vigia.runtime.streams.StreamsApplication;
import org.vigia.runtime.streams.StreamsRunner;
import org.vigia.runtime.streams.StreamsSettings;

/**
 * The applications of one replay. One that already runs somewhere against the same cluster does the work itself and is
 * only watched: joining its group for a minute would move its partitions here and back.
 */
final class ReplayedApplications implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ReplayedApplications.class);

    private final Cluster cluster;
    private final StreamsSettings settings;
    private final Metrics metrics;
    private final Admin admin;
    private final List<StreamsRunner> runners = new ArrayList<>();
    private final List<StreamsRunner> started = new ArrayList<>();

    ReplayedApplications(Cluster cluster, StreamsSettings settings, Metrics metrics, Admin admin) {
        this.cluster = cluster;
        this.settings = settings;
        this.metrics = metrics;
        this.admin = admin;
    }

    /** Starts an application unless it runs somewhere else. */
    void start(StreamsApplication application) throws InterruptedException, ExecutionException {
        StreamsRunner runner = StreamsRunner.prepare(application, cluster, settings, metrics.registry());
        runners.add(runner);
        if (!runsElsewhere(runner.applicationId())) {
            runner.start();
            started.add(runner);
        }
    }

    void awaitRunning(Duration limit) throws InterruptedException {
        for (StreamsRunner runner : started) {
            runner.awaitRunning(limit);
        }
    }

    /** All applications, whoever runs them. */
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

    private boolean runsElsewhere(String group) throws InterruptedException, ExecutionException {
        try {
            ConsumerGroupDescription description =
                    admin.describeConsumerGroups(Set.of(group)).all().get().get(group);
            return description != null && !description.members().isEmpty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return false;
            }
            throw e;
        }
    }
}
