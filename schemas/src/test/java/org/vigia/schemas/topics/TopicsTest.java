package org.vigia.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.internals.Topic;
import org.junit.jupiter.api.Test;

class TopicsTest {

    private static final String BEGIN = "<!-- topics -->\n";
    private static final String END = "<!-- /topics -->";

    private final Topics topics = Topics.withPrefix(Topics.DEFAULT_PREFIX);

    @Test
    void everyTopicHasItsOwnNameAndType() {
        assertThat(topics.all()).extracting(topic -> topic.name()).doesNotHaveDuplicates();
        assertThat(topics.all()).extracting(topic -> topic.type()).doesNotHaveDuplicates();
        assertThat(topics.all()).extracting(topic -> topic.name()).doesNotContain(topics.deadLetters());
    }

    @Test
    void everyTopicOfTheCatalogueIsListed() throws Exception {
        for (var field : Topics.class.getFields()) {
            if (field.getType() == org.vigia.schemas.topics.Topic.class) {
                assertThat(topics.all()).contains((org.vigia.schemas.topics.Topic<?>) field.get(topics));
            }
        }
    }

    @Test
    void kafkaTakesTheNamesUnderAnyPrefix() {
        for (String prefix : new String[] {"", "vigia.", "a-test_1."}) {
            for (var topic : Topics.withPrefix(prefix).all()) {
                assertThat(Topic.isValid(topic.name())).as(topic.name()).isTrue();
                assertThat(topic.name()).startsWith(prefix);
                assertThat(topic.valueSubject()).isEqualTo(topic.name() + "-value");
            }
        }
    }

    @Test
    void nothingIsDeletedByAgeOrForItsTimestamp() {
        for (var topic : topics.all()) {
            assertThat(topic.configuration())
                    .as(topic.name())
                    .containsAllEntriesOf(Map.of(
                            "retention.ms", "-1",
                            "retention.bytes", "-1",
                            "message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE)))
                    .containsEntry("cleanup.policy", topic.cleanup().policy());
            assertThat(topic.partitions()).isPositive();
        }
    }

    @Test
    void theTableHasARowForEveryTopic() {
        assertThat(TopicTable.markdown(topics).lines())
                .hasSize(2 + topics.all().size())
                .allMatch(line -> line.startsWith("|") && line.endsWith("|"))
                .contains(
                        "| `vigia.seizures` | event id | `Seizure` | 4 | delete | seizures, each version of each claim |");
    }

    @Test
    void theReadmeHoldsTheTable() throws Exception {
        String readme = Files.readString(Path.of(System.getProperty("vigia.root"), "README.md"));
        assertThat(readme).contains(BEGIN).contains(END);
        assertThat(readme.substring(readme.indexOf(BEGIN) + BEGIN.length(), readme.indexOf(END)))
                .as("Replace what stands between the markers in README.md with the generated table")
                .isEqualTo(TopicTable.markdown(topics));
    }
}
