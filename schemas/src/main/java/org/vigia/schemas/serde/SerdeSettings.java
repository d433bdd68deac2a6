package org.vigia.schemas.serde;

import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Confluent's keys for serializers and deserializers: {@code auto.register.schemas}, {@code use.schema.id},
 * {@code use.latest.version}, {@code latest.compatibility.strict}, {@code key.subject.name.strategy},
 * {@code value.subject.name.strategy}, {@code specific.avro.reader}, {@code specific.avro.key.type} and
 * {@code specific.avro.value.type}.
 *
 * @param autoRegister whether the serializer registers schemas; if not it must find them
 * @param schemaId id to write with, whatever the record's own schema
 * @param useLatest whether to write with the latest version of the subject
 * @param latestStrict whether the latest version must be able to read the record's own schema
 * @param specificReader whether records are read as generated classes, else as generic ones
 * @param readerType the one type to read, if set
 */
record SerdeSettings(
        boolean isKey,
        boolean autoRegister,
        Optional<Integer> schemaId,
        boolean useLatest,
        boolean latestStrict,
        SubjectNameStrategy strategy,
        boolean specificReader,
        Optional<Schema> readerType) {

    static SerdeSettings from(Map<String, ?> configuration, boolean isKey) {
        String side = isKey ? "key" : "value";
        String strategyKey = side + ".subject.name.strategy";
        int id = integer(configuration, "use.schema.id");
        return new SerdeSettings(
                isKey,
                flag(configuration, "auto.register.schemas", true),
                id < 0 ? Optional.empty() : Optional.of(id),
                flag(configuration, "use.latest.version", false),
                flag(configuration, "latest.compatibility.strict", true),
                SubjectNameStrategy.of(
                        strategyKey, text(configuration.get(strategyKey)).orElse("TopicNameStrategy")),
                flag(configuration, "specific.avro.reader", false),
                readerType("specific.avro." + side + ".type", configuration));
    }

    private static Optional<Schema> readerType(String key, Map<String, ?> configuration) {
        return text(configuration.get(key)).map(name -> {
            try {
                Class<?> type = Class.forName(name).asSubclass(SpecificRecord.class);
                return SpecificData.get().getSchema(type);
            } catch (ClassNotFoundException | ClassCastException e) {
                throw new IllegalArgumentException(key + "=" + name + " is not a generated Avro record", e);
            }
        });
    }

    private static boolean flag(Map<String, ?> configuration, String key, boolean otherwise) {
        String value = text(configuration.get(key)).orElse(Boolean.toString(otherwise));
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(key + "=" + value + " is neither true nor false");
        };
    }

    private static int integer(Map<String, ?> configuration, String key) {
        String value = text(configuration.get(key)).orElse("-1");
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + "=" + value + " is not a schema id", e);
        }
    }

    private static Optional<String> text(@Nullable Object value) {
        return switch (value) {
            case null -> Optional.empty();
            case Class<?> type -> Optional.of(type.getName());
            default -> Optional.of(value.toString().strip()).filter(text -> !text.isEmpty());
        };
    }
}
