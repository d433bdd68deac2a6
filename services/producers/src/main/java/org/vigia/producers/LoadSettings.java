package org.vigia.producers;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import org.vigia.schemas.topics.Topics;

/**
 * Where and how files are loaded.
 *
 * @param topics the topics, which must exist
 * @param producerProperties bootstrap servers, Confluent's registry keys, and overrides of producer settings
 * @param indexDirectory directory of the indexes, made if missing; may be deleted while nothing runs, because the
 *     indexes are rebuilt from the topics
 * @param times asked once for every load
 */
public record LoadSettings(
        Topics topics, Map<String, Object> producerProperties, Path indexDirectory, Supplier<LoadTime> times) {

    public LoadSettings {
        producerProperties = Map.copyOf(producerProperties);
    }

    /** Settings of a run whose loads all take place at one time. */
    public LoadSettings(
            Topics topics,
            Map<String, Object> producerProperties,
            Path indexDirectory,
            Instant recordedAt,
            LocalDate asOf) {
        this(topics, producerProperties, indexDirectory, () -> new LoadTime(recordedAt, asOf));
    }
}
