package org.vigia.standalone.run;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.TopologyDescription;
import org.vigia.runtime.streams.StreamsRunner;

/**
 * Waits until the applications have processed everything that their input and repartition topics hold.
 *
 * <p>An application commits its outputs, its repartition records and its input offsets in one transaction. So once every
 * committed offset has reached the end of its partition, and does so again when the ends are looked up a second time, no
 * record is under way any more. Ends are those of the log, not the last stable ones: a transaction whose markers are still
 * being written must not look as if it were not there. Work that a processor puts off until its input pauses leaves no
 * trace in offsets, so it is asked for besides.
 */
public final class PipelineDrain {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Admin admin;
    private final List<StreamsRunner> applications;

    public PipelineDrain(Admin admin, List<StreamsRunner> applications) {
        this.admin = admin;
        this.applications = List.copyOf(applications);
    }

    /**
     * Waits.
     *
     * @throws IllegalStateException if an application stops, or nothing moves for as long as the limit
     */
    public void await(Duration stillLimit) throws InterruptedException, ExecutionException {
        await(stillLimit, true);
    }

    /** The same but for work that is put off. */
    void awaitInput(Duration stillLimit) throws InterruptedException, ExecutionException {
        await(stillLimit, false);
    }

    private void await(Duration stillLimit, boolean postponedToo) throws InterruptedException, ExecutionException {
        long lastMove = System.nanoTime();
        Map<TopicPartition, Long> before = Map.of();
        int drained = 0;
        while (drained < 2) {
            applications.forEach(StreamsRunner::throwIfFailed);
            Map<TopicPartition, Long> behind = behind();
            boolean postponed = postponedToo && applications.stream().anyMatch(StreamsRunner::hasPostponedWork);
            if (behind.isEmpty() && !postponed) {
                drained++;
                continue;
            }
            drained = 0;
            if (!behind.equals(before)) {
                before = behind;
                lastMove = System.nanoTime();
            } else if (System.nanoTime() - lastMove > stillLimit.toNanos()) {
                throw new IllegalStateException("The pipeline has not moved for " + stillLimit.toSeconds()
                        + " s; records left by partition: " + behind + ". See the log");
            }
            Thread.sleep(PAUSE);
        }
    }

    /** Records left in each partition that is not at its end; control records count. */
    private Map<TopicPartition, Long> behind() throws InterruptedException, ExecutionException {
        Map<TopicPartition, Long> behind = new HashMap<>();
        for (StreamsRunner application : applications) {
            Set<TopicPartition> inputs = partitions(inputTopics(application));
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(Map.of(
                            application.applicationId(), new ListConsumerGroupOffsetsSpec().topicPartitions(inputs)))
                    .partitionsToOffsetAndMetadata(application.applicationId())
                    .get();
            Map<TopicPartition, Long> ends = ends(inputs);
            ends.forEach((partition, end) -> {
                OffsetAndMetadata offset = committed.get(partition);
                long left = end - (offset == null ? 0 : offset.offset());
                if (left > 0) {
                    behind.put(partition, left);
                }
            });
        }
        return behind;
    }

    private Map<TopicPartition, Long> ends(Set<TopicPartition> partitions)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(
                        partitions.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest())),
                        new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                .all()
                .get()
                .forEach((partition, info) -> ends.put(partition, info.offset()));
        return ends;
    }

    private Set<TopicPartition> partitions(Set<String> topics) throws InterruptedException, ExecutionException {
        return admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(t -> t.partitions().stream().map(p -> new TopicPartition(t.name(), p.partition())))
                .collect(Collectors.toSet());
    }

    /** Topics the application consumes as a group; a global store has no committed offsets and is left out. */
    private static Set<String> inputTopics(StreamsRunner application) {
        return application.topology().describe().subtopologies().stream()
                .flatMap(s -> s.nodes().stream())
                .filter(TopologyDescription.Source.class::isInstance)
                .flatMap(n -> ((TopologyDescription.Source) n).topicSet().stream())
                .map(topic -> topic.endsWith("-repartition") ? application.applicationId() + "-" + topic : topic)
                .collect(Collectors.toSet());
    }
}
