package org.vigia.producers.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.vigia.runtime.http.Problem;
import org.vigia.runtime.http.ProblemException;

/** The published JSON Schema of a kind of event (draft 2020-12), and bodies checked against it. */
final class EventSchema {

    private static final int MOST_ERRORS = 50;
    private static final int DEEPEST = 20;

    /** Numbers are kept as they are written. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final String text;
    private final Schema schema;

    private EventSchema(String text) {
        this.text = text;
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
    }

    static EventSchema named(String name) {
        return new EventSchema(Resource.text(name + ".schema.json"));
    }

    /** The document. */
    String text() {
        return text;
    }

    /**
     * Reads an event.
     *
     * @throws ProblemException 400 if the body is no JSON, 422 if the schema does not allow it
     */
    JsonNode read(byte[] body) {
        JsonNode event;
        try {
            event = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new ProblemException(
                    400,
                    "No JSON",
                    "The body is not valid JSON: " + e.getOriginalMessage() + place(e) + ". Send one JSON object.");
        } catch (IOException e) {
            throw new ProblemException(400, "No JSON", "The body is not text in UTF-8. Send one JSON object.");
        }
        if (event.isMissingNode()) {
            throw new ProblemException(400, "No JSON", "The body is empty. Send one JSON object.");
        }
        List<Error> errors = schema.validate(event);
        if (!errors.isEmpty()) {
            throw invalid(errors);
        }
        return event;
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
    }

    private static ProblemException invalid(List<Error> errors) {
        List<Map<String, String>> places = errors.stream()
                .limit(MOST_ERRORS)
                .map(error -> Map.of(
                        "pointer",
                        error.getInstanceLocation().toString(),
                        "detail",
                        String.valueOf(error.getMessage())))
                .toList();
        return new ProblemException(
                new Problem(
                        422,
                        "Not as the schema has it",
                        "The first of " + errors.size() + " things that are not as the JSON Schema has them: "
                                + places.getFirst().get("pointer") + ": "
                                + places.getFirst().get("detail") + ".",
                        Map.of("errors", places)),
                Map.of());
    }
}
