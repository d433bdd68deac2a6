package org.vigia.runtime.streams;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigia.runtime.kafka.Cluster;

/** Owns one running application: start, failure, bounded stop that leaves the consumer group. */
public final class StreamsRunner implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(StreamsRunner.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final String applicationId;
    private final Topology topology;
    private final KafkaStreams streams;
    private final KafkaStreamsMetrics metrics;
    private final CountDownLatch running = new CountDownLatch(1);
    private final CompletableFuture<Void> failure = new CompletableFuture<>();

    private StreamsRunner(
            StreamsApplication application, Cluster cluster, StreamsSettings settings, MeterRegistry meters) {
        Properties properties = StreamsProperties.of(cluster, settings, application.name());
        StreamsConfig config = new StreamsConfig(properties);
        applicationId = StreamsProperties.applicationId(cluster, application.name());
        topology = application.topology(config);
        streams = new KafkaStreams(topology, config);
        streams.setUncaughtExceptionHandler(new FailurePolicy(Clock.systemUTC(), this::failed));
        streams.setStateListener((next, previous) -> {
            if (next == KafkaStreams.State.RUNNING) {
                running.countDown();
            }
            if (next == KafkaStreams.State.ERROR) {
                failed(new IllegalStateException(applicationId + " has stopped"));
            }
        });
        metrics = new KafkaStreamsMetrics(streams);
        metrics.bindTo(meters);
    }

    /** Builds an application that is ready to be started. */
    public static StreamsRunner prepare(
            StreamsApplication application, Cluster cluster, StreamsSettings settings, MeterRegistry meters) {
        return new StreamsRunner(application, cluster, settings, meters);
    }

    /** Starts and returns at once. */
    public StreamsRunner start() {
        streams.start();
        return this;
    }

    /**
     * Waits until the application is running.
     *
     * @throws IllegalStateException if it fails first or takes longer than the limit
     */
    public void awaitRunning(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!running.await(50, TimeUnit.MILLISECONDS)) {
            throwIfFailed();
            if (System.nanoTime() > end) {
                throw new IllegalStateException(applicationId + " is not running after " + limit.toSeconds()
                        + " s (state " + streams.state() + "); see the log for what it waits for");
            }
        }
    }

    /** True while records are processed or partitions are being moved. */
    public boolean isHealthy() {
        return streams.state().isRunningOrRebalancing() && !failure.isDone();
    }

    /** True once records are processed. */
    public boolean isReady() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /** Whether a processor has put off work until its input pauses. */
    public boolean hasPostponedWork() {
        return PostponedWork.isIn(streams.metrics());
    }

    /** Completes exceptionally if the application stops because of a failure. */
    public CompletableFuture<Void> failure() {
        return failure;
    }

    /** Throws what has stopped the application, if anything has. */
    public void throwIfFailed() {
        if (failure.isCompletedExceptionally()) {
            throw new IllegalStateException(
                    applicationId + " has stopped: " + failure.exceptionNow().getMessage(), failure.exceptionNow());
        }
    }

    /** Id of the consumer group. */
    public String applicationId() {
        return applicationId;
    }

    /** The topology that runs. */
    public Topology topology() {
        return topology;
    }

    @Override
    public void close() {
        metrics.close();
        // Without leaving the group the next start waits until the session of this one has timed out.
        boolean stopped = streams.close(
                CloseOptions.timeout(STOP_LIMIT).withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
        if (!stopped) {
            log.warn("{} did not stop within {} s and was abandoned", applicationId, STOP_LIMIT.toSeconds());
        }
    }

    private void failed(Throwable cause) {
        if (failure.completeExceptionally(cause)) {
            log.error("{} has stopped", applicationId, cause);
        }
    }
}
