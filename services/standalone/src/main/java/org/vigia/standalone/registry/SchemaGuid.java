package org.vigia.standalone.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Confluent's guid: the MD5 of a schema's text, its references, its metadata and its rules, in the order in which
 * Confluent's {@code Schema.updateHash} takes them.
 */
final class SchemaGuid {

    private static final byte PRESENT = 1;
    private static final List<String> RULE_LISTS = List.of("migrationRules", "domainRules");

    private final MessageDigest digest;

    private SchemaGuid(MessageDigest digest) {
        this.digest = digest;
    }

    static UUID of(SchemaContent content) {
        try {
            return new SchemaGuid(MessageDigest.getInstance("MD5")).hash(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5", e);
        }
    }

    private UUID hash(SchemaContent content) {
        text(content.schema());
        for (SchemaReference reference : content.references()) {
            text(reference.name());
            text(reference.subject());
            digest.update(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(reference.version())
                    .array());
        }
        JsonNode metadata = content.metadata();
        if (metadata != null) {
            digest.update(PRESENT);
            sorted(metadata.path("tags")).forEach((name, tags) -> {
                text(name);
                sortedTexts(tags).forEach(this::text);
            });
            sorted(metadata.path("properties")).forEach((name, value) -> {
                text(name);
                text(value.asText());
            });
            sortedTexts(metadata.path("sensitive")).forEach(this::text);
        }
        JsonNode rules = content.ruleSet();
        if (rules != null) {
            digest.update(PRESENT);
            RULE_LISTS.forEach(list -> rules.path(list).forEach(this::rule));
        }
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        return new UUID(hash.getLong(), hash.getLong());
    }

    private void rule(JsonNode rule) {
        for (String field : List.of("name", "doc", "kind", "mode", "type")) {
            optionalText(rule.get(field));
        }
        sortedTexts(rule.path("tags")).forEach(this::text);
        sorted(rule.path("params")).forEach((name, value) -> {
            text(name);
            text(value.asText());
        });
        for (String field : List.of("expr", "onSuccess", "onFailure")) {
            optionalText(rule.get(field));
        }
        if (rule.path("disabled").asBoolean()) {
            digest.update(PRESENT);
        }
    }

    private void optionalText(@Nullable JsonNode value) {
        if (value != null && !value.isNull()) {
            text(value.asText());
        }
    }

    private void text(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, JsonNode> sorted(JsonNode object) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        object.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    private static Iterable<String> sortedTexts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return new TreeSet<>(texts);
    }
}
