package org.vigia.schemas.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigia.schemas.topics.Topic;
import org.vigia.schemas.topics.Topics;

/**
 * Every released version of every value's schema, in {@code src/history/<topic>/v<N>.avsc}. A released version is never
 * changed; a change of a schema adds a version, which must read and be read by all versions before (FULL_TRANSITIVE).
 */
class SchemaHistoryTest {

    static List<Topic<?>> topics() {
        return Topics.withPrefix("").all();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void theNewestReleasedVersionIsTheCurrentSchema(Topic<?> topic) throws IOException {
        Schema current = current(topic);
        List<Schema> released = released(topic);
        Path candidate = Path.of("target", "history", topic.name(), "v" + (released.size() + 1) + ".avsc");
        if (released.isEmpty() || !released.getLast().toString().equals(current.toString())) {
            Files.createDirectories(candidate.getParent());
            Files.writeString(candidate, SchemaFormatter.format("json/pretty", current) + "\n");
        }
        assertThat(released.isEmpty() ? "" : released.getLast().toString())
                .as(
                        "The schema of %s changed: release it by copying schemas/%s to %s",
                        topic.name(), candidate, history(topic))
                .isEqualTo(current.toString());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyVersionReadsEveryOther(Topic<?> topic) throws IOException {
        List<Schema> versions = released(topic);
        versions.add(current(topic));
        for (Schema reader : versions) {
            for (Schema writer : versions) {
                var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                        .getResult();
                assertThat(result.getIncompatibilities())
                        .as(
                                "version %d of %s reads version %d",
                                versions.indexOf(reader) + 1, topic.name(), versions.indexOf(writer) + 1)
                        .isEmpty();
            }
        }
    }

    private static Schema current(Topic<?> topic) {
        return SpecificData.get().getSchema(topic.type());
    }

    private static List<Schema> released(Topic<?> topic) throws IOException {
        List<Schema> versions = new ArrayList<>();
        while (true) {
            Path file = history(topic).resolve("v" + (versions.size() + 1) + ".avsc");
            if (!Files.exists(file)) {
                return versions;
            }
            versions.add(new Schema.Parser().parse(Files.readString(file)));
        }
    }

    private static Path history(Topic<?> topic) {
        return Path.of("src", "history", topic.name());
    }
}
