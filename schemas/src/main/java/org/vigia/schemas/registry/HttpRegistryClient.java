package org.vigia.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;

/** Confluent's protocol over HTTP. What never changes, ids and the schemas behind them, is asked for once. */
final class HttpRegistryClient implements RegistryClient {

    private static final int INVALID_SCHEMA = 42201;
    private static final int NO_LEVEL_OF_ITS_OWN = 40408;

    private final RegistryTransport transport;
    private final boolean normalize;
    private final SingleFlight<SubjectAndSchema, Integer> registered = new SingleFlight<>();
    private final SingleFlight<SubjectAndSchema, Integer> found = new SingleFlight<>();
    private final SingleFlight<Integer, Schema> byId = new SingleFlight<>();
    private final SingleFlight<UUID, Schema> byGuid = new SingleFlight<>();

    HttpRegistryClient(ClientSettings settings) {
        this.transport = new RegistryTransport(settings);
        this.normalize = settings.normalize();
    }

    @Override
    public int register(String subject, Schema schema) {
        return registered.get(
                new SubjectAndSchema(subject, schema),
                key -> post("/subjects/" + encode(subject) + "/versions?normalize=" + normalize, schema)
                        .path("id")
                        .intValue());
    }

    @Override
    public int lookup(String subject, Schema schema) {
        return found.get(
                new SubjectAndSchema(subject, schema),
                key -> post("/subjects/" + encode(subject) + "?normalize=" + normalize + "&deleted=false", schema)
                        .path("id")
                        .intValue());
    }

    @Override
    public Schema byId(int id) {
        return byId.get(id, key -> parse(get("/schemas/ids/" + id + "?fetchMaxId=false")));
    }

    @Override
    public Schema byGuid(UUID guid) {
        return byGuid.get(guid, key -> parse(get("/schemas/guids/" + guid)));
    }

    @Override
    public RegisteredSchema latest(String subject) {
        JsonNode latest = get("/subjects/" + encode(subject) + "/versions/latest");
        return new RegisteredSchema(
                subject, latest.path("id").intValue(), latest.path("version").intValue(), parse(latest));
    }

    @Override
    public void requireCompatibility(String subject, String level) {
        String path = "/config/" + encode(subject);
        if (!level.equals(currentLevel(path))) {
            transport.send("PUT", path, JsonNodeFactory.instance.objectNode().put("compatibility", level));
        }
    }

    private String currentLevel(String path) {
        try {
            return get(path).path("compatibilityLevel").asText();
        } catch (RegistryException e) {
            if (e.errorCode() == NO_LEVEL_OF_ITS_OWN) {
                return "";
            }
            throw e;
        }
    }

    private JsonNode get(String path) {
        return transport.send("GET", path, null);
    }

    private JsonNode post(String path, Schema schema) {
        return transport.send(
                "POST", path, JsonNodeFactory.instance.objectNode().put("schema", schema.toString()));
    }

    private Schema parse(JsonNode answer) {
        // The registry has checked names and defaults by its own rules; being stricter would refuse its records.
        Schema.Parser parser = new Schema.Parser(NameValidator.NO_VALIDATION).setValidateDefaults(false);
        try {
            parseReferences(answer, parser, new HashSet<>());
            return parser.parse(answer.path("schema").asText());
        } catch (AvroRuntimeException e) {
            throw new RegistryException(
                    INVALID_SCHEMA, "The registry holds a schema that is not Avro: " + e.getMessage());
        }
    }

    private void parseReferences(JsonNode answer, Schema.Parser parser, Set<String> seen) {
        for (JsonNode reference : answer.path("references")) {
            String path = "/subjects/" + encode(reference.path("subject").asText()) + "/versions/"
                    + reference.path("version").asInt() + "?deleted=true";
            if (seen.add(path)) {
                JsonNode referenced = get(path);
                parseReferences(referenced, parser, seen);
                parser.parse(referenced.path("schema").asText());
            }
        }
    }

    private static String encode(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private record SubjectAndSchema(String subject, Schema schema) {}
}
