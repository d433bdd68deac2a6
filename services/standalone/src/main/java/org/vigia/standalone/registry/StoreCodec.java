package org.vigia.standalone.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigia.standalone.registry.StoreRecord.Ignored;
import org.vigia.standalone.registry.StoreRecord.LevelSet;
import org.vigia.standalone.registry.StoreRecord.ModeSet;
import org.vigia.standalone.registry.StoreRecord.SubjectDeleted;
import org.vigia.standalone.registry.StoreRecord.VersionErased;
import org.vigia.standalone.registry.StoreRecord.VersionStored;

/**
 * Confluent's storage format. The order of a key's properties is fixed, because compaction compares keys byte by byte
 * and Confluent's own registry must be able to take the topic over.
 */
final class StoreCodec {

    private static final String SCHEMA = "SCHEMA";
    private static final String CONFIG = "CONFIG";
    private static final String MODE = "MODE";
    private static final String DELETE_SUBJECT = "DELETE_SUBJECT";

    private StoreCodec() {}

    static byte[] key(StoreRecord record) {
        return Json.bytes(
                switch (record) {
                    case VersionStored stored ->
                        schemaKey(stored.version().subject(), stored.version().version());
                    case VersionErased erased -> schemaKey(erased.subject(), erased.version());
                    case SubjectDeleted deleted -> subjectKey(DELETE_SUBJECT, deleted.subject());
                    case LevelSet level -> subjectKey(CONFIG, level.subject());
                    case ModeSet mode -> subjectKey(MODE, mode.subject());
                    case Ignored ignored -> throw new IllegalArgumentException("Not a record to write");
                });
    }

    static byte @Nullable [] value(StoreRecord record) {
        return switch (record) {
            case VersionStored stored -> Json.bytes(schemaValue(stored.version()));
            case SubjectDeleted deleted ->
                Json.bytes(Json.object().put("subject", deleted.subject()).put("version", deleted.upToVersion()));
            case LevelSet set -> {
                CompatibilityLevel level = set.level();
                yield level == null ? null : Json.bytes(Json.object().put("compatibilityLevel", level.name()));
            }
            case ModeSet set -> {
                Mode mode = set.mode();
                yield mode == null ? null : Json.bytes(Json.object().put("mode", mode.name()));
            }
            case VersionErased erased -> null;
            case Ignored ignored -> throw new IllegalArgumentException("Not a record to write");
        };
    }

    /**
     * Reads a record.
     *
     * @throws IOException if it is not in this format
     */
    static StoreRecord read(byte @Nullable [] keyBytes, byte @Nullable [] valueBytes) throws IOException {
        if (keyBytes == null) {
            throw new IOException("the record has no key");
        }
        JsonNode key = Json.read(keyBytes);
        JsonNode value = valueBytes == null ? null : Json.read(valueBytes);
        String subject = key.path("subject").asText(StoreRecord.GLOBAL);
        if (key.path("subject").isNull()) {
            subject = StoreRecord.GLOBAL;
        }
        try {
            return switch (key.path("keytype").asText()) {
                case SCHEMA ->
                    value == null
                            ? new VersionErased(subject, key.path("version").intValue())
                            : new VersionStored(version(value));
                case CONFIG -> new LevelSet(subject, value == null ? null : level(value));
                case MODE ->
                    new ModeSet(
                            subject,
                            value == null ? null : mode(value.path("mode").asText()));
                case DELETE_SUBJECT ->
                    value == null
                            ? new Ignored()
                            : new SubjectDeleted(subject, value.path("version").intValue());
                default -> new Ignored();
            };
        } catch (IllegalArgumentException e) {
            throw new IOException("the value is not one this registry knows: " + e.getMessage(), e);
        }
    }

    /** A configuration of Confluent's may hold other rules and no level. */
    private static @Nullable CompatibilityLevel level(JsonNode config) {
        return config.hasNonNull("compatibilityLevel")
                ? CompatibilityLevel.valueOf(config.path("compatibilityLevel").asText())
                : null;
    }

    /** Modes that only a registry of several machines has are taken as the nearest of ours. */
    private static Mode mode(String name) {
        return switch (name) {
            case "READONLY_OVERRIDE" -> Mode.READONLY;
            case "FORWARD" -> Mode.READWRITE;
            default -> Mode.valueOf(name);
        };
    }

    /** References of a request or a record. */
    static List<SchemaReference> references(JsonNode array) {
        List<SchemaReference> references = new ArrayList<>();
        for (JsonNode reference : array) {
            references.add(new SchemaReference(
                    reference.path("name").asText(),
                    reference.path("subject").asText(),
                    reference.path("version").intValue()));
        }
        return references;
    }

    /** Puts what a content has besides its schema. */
    static void putExtras(ObjectNode node, SchemaContent content) {
        if (!content.references().isEmpty()) {
            ArrayNode references = node.putArray("references");
            for (SchemaReference reference : content.references()) {
                references
                        .addObject()
                        .put("name", reference.name())
                        .put("subject", reference.subject())
                        .put("version", reference.version());
            }
        }
        if (content.metadata() != null) {
            node.set("metadata", content.metadata());
        }
        if (content.ruleSet() != null) {
            node.set("ruleSet", content.ruleSet());
        }
    }

    private static ObjectNode schemaKey(String subject, int version) {
        return Json.object()
                .put("keytype", SCHEMA)
                .put("subject", subject)
                .put("version", version)
                .put("magic", 1);
    }

    private static ObjectNode subjectKey(String type, String subject) {
        return Json.object()
                .put("keytype", type)
                .put("subject", subject.equals(StoreRecord.GLOBAL) ? null : subject)
                .put("magic", 0);
    }

    private static ObjectNode schemaValue(SchemaVersion version) {
        ObjectNode value = Json.object()
                .put("subject", version.subject())
                .put("version", version.version())
                .put("id", version.id());
        putExtras(value, version.content());
        return value.put("schema", version.content().schema()).put("deleted", version.deleted());
    }

    private static SchemaVersion version(JsonNode value) throws IOException {
        if (!value.path("schema").isTextual() || !value.path("id").isInt()) {
            throw new IOException("the schema record lacks its schema or its id");
        }
        return new SchemaVersion(
                value.path("subject").asText(),
                value.path("version").intValue(),
                value.path("id").intValue(),
                new SchemaContent(
                        value.path("schema").asText(),
                        references(value.path("references")),
                        Json.present(value.get("metadata")),
                        Json.present(value.get("ruleSet"))),
                value.path("deleted").asBoolean());
    }
}
