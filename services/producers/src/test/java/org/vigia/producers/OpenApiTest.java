package org.vigia.producers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.javalin.Javalin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigia.producers.ingest.IngestRoutes;
import org.vigia.producers.ingest.Spool;

/** The OpenAPI document says what the server does: every route, no other, and the shape of the answers. */
class OpenApiTest {

    @TempDir
    Path directory;

    private Api api;
    private JsonNode document;

    @BeforeEach
    void start() {
        api = new Api(directory);
        document = api.get("/openapi.json").json();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void namesEveryRouteAndNoOther() throws IOException {
        Spool spool = new Spool(directory.resolve("other"), Api.LIMITS);
        IngestRoutes routes = api.routes(spool);
        Set<String> registered = new TreeSet<>();
        Javalin.create(config -> routes.addTo(config.routes))
                .unsafe
                .internalRouter
                .allHttpHandlers()
                .forEach(handler -> registered.add(handler.endpoint.method + " " + handler.endpoint.path));
        registered.removeIf(route -> route.startsWith("BEFORE ") || route.startsWith("AFTER "));

        Set<String> documented = new TreeSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> documented.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertThat(documented).isEqualTo(registered);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(document.get("openapi").asText()).isEqualTo("3.1.0");
        assertThat(document.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> {
            if (reference.startsWith("#")) {
                assertThat(document.at(reference.substring(1)).isMissingNode()).isFalse();
            } else {
                assertThat(api.get(reference).status()).isEqualTo(200);
            }
        });
        assertThat(document.findValuesAsText("operationId")).doesNotHaveDuplicates();
    }

    @Test
    void describesWhatIsAnswered() {
        Api.Answer receipt = api.post(
                "/v1/feeds/vigia-seizures/batches",
                Api.HEADER + "A,2024-03-05,MX,lsd,1,furlong\n",
                "Idempotency-Key",
                "k");
        String batch = receipt.json().get("batchId").asText();

        conforms("Receipt", receipt.json());
        conforms("RejectedRow", api.get("/v1/batches/" + batch + "/rejected").json());
        conforms("Problem", api.get("/v1/batches/none").json());
        conforms("Problem", api.event("/v1/seizures", "{}").json());
    }

    private void conforms(String schema, JsonNode answer) {
        JsonNode described = document.at("/components/schemas/" + schema);
        Set<String> undescribed = new TreeSet<>();
        answer.properties().stream().map(Map.Entry::getKey).forEach(undescribed::add);
        described.get("properties").fieldNames().forEachRemaining(undescribed::remove);

        assertThat(undescribed).as("parts of the answer that are not described").isEmpty();
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(described.toString(), InputFormat.JSON)
                        .validate(answer))
                .isEmpty();
    }
}
