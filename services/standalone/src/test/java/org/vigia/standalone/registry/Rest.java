package org.vigia.standalone.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Bare requests to a registry. */
final class Rest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String url;

    Rest(String url) {
        this.url = url;
    }

    record Answer(int status, JsonNode body, String contentType) {
        int errorCode() {
            return body.path("error_code").intValue();
        }
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, null);
    }

    Answer delete(String path) throws IOException, InterruptedException {
        return send("DELETE", path, null);
    }

    Answer post(String path, JsonNode body) throws IOException, InterruptedException {
        return send("POST", path, body.toString());
    }

    Answer put(String path, JsonNode body) throws IOException, InterruptedException {
        return send("PUT", path, body.toString());
    }

    Answer send(String method, String path, @Nullable String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<byte[]> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(
                response.statusCode(),
                MAPPER.readTree(response.body()),
                response.headers().firstValue("content-type").orElse(""));
    }

    /** Registers a schema and returns its id. */
    int register(String subject, String schema) throws IOException, InterruptedException {
        Answer answer = post("/subjects/" + subject + "/versions", schema(schema));
        if (answer.status() != 200) {
            throw new IOException("Not registered: " + answer);
        }
        return answer.body().path("id").intValue();
    }

    static ObjectNode schema(String schema) {
        return MAPPER.createObjectNode().put("schema", schema);
    }

    static ObjectNode object(String name, String value) {
        return MAPPER.createObjectNode().put(name, value);
    }

    /** A record with int fields, of which those with a question mark have a default. */
    static String record(String name, String... fields) {
        ObjectNode record = MAPPER.createObjectNode().put("type", "record").put("name", name);
        var array = record.putArray("fields");
        for (String field : fields) {
            boolean optional = field.endsWith("?");
            ObjectNode node = array.addObject()
                    .put("name", optional ? field.substring(0, field.length() - 1) : field)
                    .put("type", "int");
            if (optional) {
                node.put("default", 0);
            }
        }
        return record.toString();
    }
}
