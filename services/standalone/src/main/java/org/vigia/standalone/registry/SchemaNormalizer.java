package org.vigia.standalone.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes spellings of the same schema one: what Avro's printing leaves open, the order of extra properties and of
 * aliases, is sorted. Avro's own parsing form will not do, because it drops defaults and documentation.
 */
final class SchemaNormalizer {

    private static final Set<String> AVRO_ATTRIBUTES = Set.of(
            "type",
            "name",
            "namespace",
            "doc",
            "fields",
            "symbols",
            "items",
            "values",
            "size",
            "default",
            "order",
            "aliases");

    private SchemaNormalizer() {}

    /**
     * The normal form.
     *
     * @param printed a schema as Avro prints it
     */
    static String normalize(String printed) {
        try {
            return schema(Json.read(printed.getBytes(StandardCharsets.UTF_8))).toString();
        } catch (IOException e) {
            throw new UncheckedIOException("Avro prints JSON", e);
        }
    }

    private static JsonNode schema(JsonNode node) {
        if (node.isArray()) {
            return each(node);
        }
        return node.isObject() ? schemaOrField(node) : node;
    }

    private static ObjectNode schemaOrField(JsonNode node) {
        ObjectNode normal = Json.object();
        Map<String, JsonNode> properties = properties(node);
        for (Map.Entry<String, JsonNode> attribute : node.properties()) {
            String name = attribute.getKey();
            JsonNode value = attribute.getValue();
            if (!AVRO_ATTRIBUTES.contains(name)) {
                // Avro prints them one after another; the first one's place is the place of all.
                properties.forEach(normal::set);
                continue;
            }
            normal.set(
                    name,
                    switch (name) {
                        case "type", "items", "values" -> schema(value);
                        case "fields" -> each(value);
                        case "aliases" -> sortedTexts(value);
                        default -> value;
                    });
        }
        return normal;
    }

    private static ArrayNode each(JsonNode array) {
        ArrayNode normal = JsonNodeFactory.instance.arrayNode();
        array.forEach(element -> normal.add(schema(element)));
        return normal;
    }

    private static Map<String, JsonNode> properties(JsonNode node) {
        Map<String, JsonNode> properties = new TreeMap<>();
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            if (!AVRO_ATTRIBUTES.contains(property.getKey())) {
                properties.put(property.getKey(), sorted(property.getValue()));
            }
        }
        return properties;
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isArray()) {
            ArrayNode elements = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> elements.add(sorted(element)));
            return elements;
        }
        if (!node.isObject()) {
            return node;
        }
        Map<String, JsonNode> members = new TreeMap<>();
        node.properties().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
        ObjectNode object = Json.object();
        members.forEach(object::set);
        return object;
    }

    private static ArrayNode sortedTexts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(text -> texts.add(text.asText()));
        ArrayNode sorted = JsonNodeFactory.instance.arrayNode();
        texts.forEach(sorted::add);
        return sorted;
    }
}
