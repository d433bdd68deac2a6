package org.vigia.standalone.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads requests and writes answers as Confluent's clients expect them. */
final class Answers {

    static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";

    /** Newer clients say that answers may hold properties which older ones would stumble over. */
    private static final String ACCEPTS_UNKNOWN_PROPERTIES = "Confluent-Accept-Unknown-Properties";

    /** The default context, which newer clients may put before a subject. */
    private static final String DEFAULT_CONTEXT = ":.:";

    private Answers() {}

    static void json(Context context, Object body) {
        context.contentType(CONTENT_TYPE).result(Json.bytes(body));
    }

    static void error(Context context, int status, int code, @Nullable String message) {
        context.status(status);
        json(context, Json.object().put("error_code", code).put("message", message));
    }

    static JsonNode body(Context context) {
        try {
            return Json.read(context.bodyAsBytes());
        } catch (IOException e) {
            throw RegistryError.badRequest("The request is not JSON: " + e.getMessage());
        }
    }

    static String subject(Context context) {
        String subject = context.pathParam("subject");
        return subject.startsWith(DEFAULT_CONTEXT) ? subject.substring(DEFAULT_CONTEXT.length()) : subject;
    }

    static boolean flag(Context context, String name) {
        return Boolean.parseBoolean(context.queryParam(name));
    }

    /** A version with its subject, as answers to look-ups hold it. */
    static ObjectNode version(Context context, SchemaVersion version) {
        ObjectNode body = Json.object()
                .put("subject", version.subject())
                .put("version", version.version())
                .put("id", version.id());
        putGuid(context, body, version.content());
        StoreCodec.putExtras(body, version.content());
        return body.put("schema", version.content().schema());
    }

    /** A schema by itself, as answers to ids hold it. */
    static ObjectNode schema(Context context, SchemaContent content) {
        ObjectNode body = Json.object().put("schema", content.schema());
        putGuid(context, body, content);
        StoreCodec.putExtras(body, content);
        return body;
    }

    /** The id that a schema was registered with. */
    static ObjectNode registered(Context context, SchemaVersion version) {
        ObjectNode body = Json.object().put("id", version.id());
        if (acceptsUnknownProperties(context)) {
            body.put("version", version.version());
            putGuid(context, body, version.content());
            StoreCodec.putExtras(body, version.content());
            body.put("schema", version.content().schema());
        }
        return body;
    }

    private static void putGuid(Context context, ObjectNode body, SchemaContent content) {
        if (acceptsUnknownProperties(context)) {
            body.put("guid", content.guid().toString());
        }
    }

    private static boolean acceptsUnknownProperties(Context context) {
        return Boolean.parseBoolean(context.header(ACCEPTS_UNKNOWN_PROPERTIES));
    }
}
