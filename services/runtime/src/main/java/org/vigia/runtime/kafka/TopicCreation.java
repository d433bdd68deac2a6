package org.vigia.runtime.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.vigia.schemas.topics.Topic;
import org.vigia.schemas.topics.Topics;

/** Creates the topics of the catalogue that are missing; never changes one that exists. */
public final class TopicCreation {

    private static final Duration KNOWN_LIMIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private TopicCreation() {}

    /**
     * Creates what is missing, with the cluster's default replication.
     *
     * @throws IllegalStateException if an existing topic has another number of partitions than the catalogue, because
     *     keys would then be spread differently from what state stores hold
     */
    public static void createMissing(Admin admin, Topics topics) throws InterruptedException {
        Map<String, NewTopic> wanted = new LinkedHashMap<>();
        for (Topic<?> topic : topics.all()) {
            wanted.put(
                    topic.name(),
                    new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
                            .configs(topic.configuration()));
        }
        wanted.put(
                topics.deadLetters(),
                new NewTopic(topics.deadLetters(), Optional.of(1), Optional.empty())
                        .configs(Map.of(
                                "retention.ms",
                                "-1",
                                "message.timestamp.after.max.ms",
                                Long.toString(Long.MAX_VALUE))));
        try {
            Collection<String> existing = admin.listTopics().names().get();
            Map<String, NewTopic> missing = new HashMap<>(wanted);
            missing.keySet().removeAll(existing);
            create(admin, missing.values());
            awaitLeaders(admin, missing.keySet());
            checkPartitions(
                    admin,
                    topics.all().stream()
                            .filter(t -> existing.contains(t.name()))
                            .toList());
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot create the topics: " + e.getMessage(), e);
        }
    }

    private static void create(Admin admin, Collection<NewTopic> missing)
            throws InterruptedException, ExecutionException {
        for (var creation : admin.createTopics(missing).values().values()) {
            try {
                creation.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    /** A topic that was just created is not yet known to every broker; a consumer that asks too early finds nothing. */
    private static void awaitLeaders(Admin admin, Collection<String> created)
            throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + KNOWN_LIMIT.toNanos();
        while (!haveLeaders(admin, created)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The new topics have no leaders after " + KNOWN_LIMIT.toSeconds()
                        + " s: see the brokers' logs");
            }
            Thread.sleep(PAUSE);
        }
    }

    private static boolean haveLeaders(Admin admin, Collection<String> topics)
            throws InterruptedException, ExecutionException {
        for (var description : admin.describeTopics(topics).topicNameValues().values()) {
            try {
                if (description.get().partitions().stream().anyMatch(p -> p.leader() == null)) {
                    return false;
                }
            } catch (ExecutionException e) {
                if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                    return false;
                }
                throw e;
            }
        }
        return true;
    }

    private static void checkPartitions(Admin admin, List<Topic<?>> existing)
            throws InterruptedException, ExecutionException {
        Map<String, TopicDescription> found = admin.describeTopics(
                        existing.stream().map(Topic::name).toList())
                .allTopicNames()
                .get();
        String wrong = existing.stream()
                .filter(t -> partitions(found, t) != t.partitions())
                .map(t -> t.name() + " has " + partitions(found, t) + " partitions instead of " + t.partitions())
                .collect(Collectors.joining("; "));
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(
                    wrong + ". Choose another --prefix, or recreate the topics with the catalogue's partitions");
        }
    }

    private static int partitions(Map<String, TopicDescription> found, Topic<?> topic) {
        TopicDescription description = found.get(topic.name());
        return description == null ? 0 : description.partitions().size();
    }
}
