package org.vigia.schemas.serde;

import org.apache.avro.Schema;

/** Under which subject a schema is registered. */
enum SubjectNameStrategy {
    /** By topic: one type a topic. */
    TOPIC_NAME("TopicNameStrategy"),
    /** By record: one evolution of a type, whatever topics it goes to. */
    RECORD_NAME("RecordNameStrategy"),
    /** By topic and record: several types a topic. */
    TOPIC_RECORD_NAME("TopicRecordNameStrategy");

    private static final String CONFLUENT_PACKAGE = "io.confluent.kafka.serializers.subject.";

    private final String className;

    SubjectNameStrategy(String className) {
        this.className = className;
    }

    /**
     * The strategy that Confluent's class name stands for.
     *
     * @param key configuration key, for the message
     * @throws IllegalArgumentException if the class is not one of Confluent's three
     */
    static SubjectNameStrategy of(String key, String name) {
        for (SubjectNameStrategy strategy : values()) {
            if (name.equals(CONFLUENT_PACKAGE + strategy.className) || name.equals(strategy.className)) {
                return strategy;
            }
        }
        throw new IllegalArgumentException(key + "=" + name + " is not supported: use one of " + CONFLUENT_PACKAGE
                + "{TopicNameStrategy, RecordNameStrategy, TopicRecordNameStrategy}");
    }

    String subject(String topic, boolean isKey, Schema schema) {
        return switch (this) {
            case TOPIC_NAME -> topic + (isKey ? "-key" : "-value");
            case RECORD_NAME -> schema.getFullName();
            case TOPIC_RECORD_NAME -> topic + "-" + schema.getFullName();
        };
    }
}
