package org.vigia.standalone.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/** Parses schemas together with the ones they refer to. */
final class SchemaParser {

    private static final String AVRO = "AVRO";

    private final RegistryState state;

    SchemaParser(RegistryState state) {
        this.state = state;
    }

    /**
     * The content that a request describes.
     *
     * @param request body with schema and optional schemaType, references, metadata and ruleSet
     * @param normalize whether spellings of the same schema are made one
     * @throws RegistryError 42201 if it is not a valid Avro schema
     */
    SchemaContent content(JsonNode request, boolean normalize) {
        String type = request.path("schemaType").asText(AVRO);
        if (!request.path("schemaType").isNull() && !type.equals(AVRO)) {
            throw RegistryError.invalidSchema(
                    "Schema type " + type + " is not supported here: this registry holds AVRO");
        }
        if (request.path("schema").asText().isEmpty()) {
            throw RegistryError.invalidSchema("Empty schema");
        }
        List<SchemaReference> references = resolve(StoreCodec.references(request.path("references")));
        SchemaContent raw = new SchemaContent(
                request.path("schema").asText(),
                references,
                Json.present(request.get("metadata")),
                Json.present(request.get("ruleSet")));
        Parsed parsed = parseWithReferences(raw);
        String text = print(parsed);
        return new SchemaContent(
                normalize ? SchemaNormalizer.normalize(text) : text, references, raw.metadata(), raw.ruleSet());
    }

    /** The parsed schema of a content. */
    Schema parse(SchemaContent content) {
        return parseWithReferences(content).schema();
    }

    @SuppressWarnings("deprecation") // Avro offers no other printer that leaves the types of other schemas out.
    private static String print(Parsed parsed) {
        return parsed.referenced().isEmpty()
                ? parsed.schema().toString()
                : parsed.schema().toString(parsed.referenced(), false);
    }

    private List<SchemaReference> resolve(List<SchemaReference> references) {
        return references.stream()
                .map(reference -> new SchemaReference(
                        reference.name(), reference.subject(), find(reference).version()))
                .toList();
    }

    private Parsed parseWithReferences(SchemaContent content) {
        Schema.Parser parser = new Schema.Parser();
        Map<SchemaReference, Schema> referenced = new LinkedHashMap<>();
        try {
            addReferences(content.references(), parser, referenced);
            return new Parsed(parser.parse(content.schema()), new ArrayList<>(referenced.values()));
        } catch (AvroRuntimeException e) {
            throw RegistryError.invalidSchema("Invalid schema " + content.schema() + ", details: " + e.getMessage());
        }
    }

    private void addReferences(
            List<SchemaReference> references, Schema.Parser parser, Map<SchemaReference, Schema> referenced) {
        for (SchemaReference reference : references) {
            SchemaVersion version = find(reference);
            // A type that two schemas on the way refer to is defined once, whatever name it is referred to by.
            SchemaReference once = new SchemaReference("", version.subject(), version.version());
            if (!referenced.containsKey(once)) {
                addReferences(version.content().references(), parser, referenced);
                referenced.put(once, parser.parse(version.content().schema()));
            }
        }
    }

    private SchemaVersion find(SchemaReference reference) {
        List<SchemaVersion> versions = state.versions(reference.subject());
        // Versions are never registered with a reference that does not exist, so the soft-deleted still resolve.
        return (reference.version() == -1
                        ? versions.reversed().stream().filter(version -> !version.deleted())
                        : versions.stream().filter(version -> version.version() == reference.version()))
                .findFirst()
                .orElseThrow(() -> RegistryError.invalidSchema("No schema reference found for subject \""
                        + reference.subject() + "\" and version " + reference.version()));
    }

    private record Parsed(Schema schema, List<Schema> referenced) {}
}
