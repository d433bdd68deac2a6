package org.vigia.producers;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.vigia.schemas.topics.Topics;

/**
 * Where and how files are loaded.
 *
 * @param topics the topics, which must exist
 * @param producerProperties bootstrap servers, Confluent's registry keys, and overrides of producer settings
 * @param indexDirectory directory of the indexes, made if missing; may be deleted while nothing runs, because the
 *     indexes are rebuilt from the topics
 * @param recordedAt stamp of every claim of this run
 * @param asOf last day on which an event may have begun, UTC; later events are refused as FUTURE_DATE
 */
public record LoadSettings(
        Topics topics,
        Map<String, Object> producerProperties,
        Path indexDirectory,
        Instant recordedAt,
        LocalDate asOf) {

    public LoadSettings {
        producerProperties = Map.copyOf(producerProperties);
    }
}
