package org.vigia.standalone.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigia.standalone.registry.Rest.Answer;

class EmbeddedRegistryTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Rest rest = new Rest(SharedRegistry.url());
    private final String name = "R" + UUID.randomUUID().toString().replace("-", "");
    private final String subject = name + "-value";
    private final String versions = "/subjects/" + subject + "/versions";

    @Test
    void aSchemaIsFoundByIdVersionAndText() throws Exception {
        int id = rest.register(subject, Rest.record(name, "a"));

        JsonNode version = rest.get(versions + "/latest").body();
        assertThat(version.path("id").intValue()).isEqualTo(id);
        assertThat(version.path("version").intValue()).isEqualTo(1);
        assertThat(version.path("subject").asText()).isEqualTo(subject);
        assertThat(rest.get(versions + "/-1").body()).isEqualTo(version);
        assertThat(rest.get(versions + "/1").body()).isEqualTo(version);
        assertThat(rest.get("/schemas/ids/" + id).body().path("schema")).isEqualTo(version.path("schema"));
        assertThat(rest.post("/subjects/" + subject, Rest.schema(Rest.record(name, "a")))
                        .body())
                .isEqualTo(version);
        assertThat(rest.get("/schemas/ids/" + id + "/subjects").body()).hasToString("[\"" + subject + "\"]");
        assertThat(rest.get("/schemas/ids/" + id + "/versions").body())
                .hasToString("[{\"subject\":\"" + subject + "\",\"version\":1}]");
        assertThat(rest.get(versions + "/1/schema").body())
                .hasToString(version.path("schema").asText());
        assertThat(rest.get("/subjects").body().toString()).contains("\"" + subject + "\"");
    }

    @Test
    void registeringTwiceChangesNothingAndAnotherSubjectSharesTheId() throws Exception {
        int id = rest.register(subject, Rest.record(name, "a"));
        assertThat(rest.register(subject, "  " + Rest.record(name, "a").replace(":", " : ")))
                .isEqualTo(id);
        assertThat(rest.register(name + "-key", Rest.record(name, "a"))).isEqualTo(id);
        assertThat(rest.get(versions).body()).hasToString("[1]");
    }

    @Test
    void concurrentRegistrationsOfOneSchemaMakeOneVersion() throws Exception {
        Callable<Integer> register = () -> rest.register(subject, Rest.record(name, "a"));
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> ids = threads.invokeAll(
                    IntStream.range(0, 8).mapToObj(i -> register).toList());
            int first = ids.getFirst().get();
            for (Future<Integer> id : ids) {
                assertThat(id.get()).isEqualTo(first);
            }
        }
        assertThat(rest.get(versions).body()).hasToString("[1]");
    }

    @Test
    void incompatibleSchemasAreRefusedWithTheReason() throws Exception {
        rest.register(subject, Rest.record(name, "a"));

        Answer refused = rest.post(versions, Rest.schema(Rest.record(name, "a", "b")));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.errorCode()).isEqualTo(409);
        assertThat(refused.body().path("message").asText())
                .contains(subject)
                .contains("READER_FIELD_MISSING_DEFAULT_VALUE")
                .contains("BACKWARD");
        assertThat(rest.get(versions).body()).hasToString("[1]");
    }

    @Test
    void compatibilityIsCheckedWithoutRegistering() throws Exception {
        rest.register(subject, Rest.record(name, "a"));
        String path = "/compatibility" + versions;
        ObjectNode incompatible = Rest.schema(Rest.record(name, "a", "b"));

        assertThat(rest.post(path + "/latest?verbose=true", incompatible).body().path("messages"))
                .isNotEmpty();
        for (String suffix : List.of("/latest", "/1", "", "/")) {
            Answer answer = rest.post(path + suffix, incompatible);
            assertThat(answer.body()).as(suffix).hasToString("{\"is_compatible\":false}");
            assertThat(rest.post(path + suffix, Rest.schema(Rest.record(name, "a", "b?")))
                            .body())
                    .hasToString("{\"is_compatible\":true}");
        }
        assertThat(rest.post("/compatibility/subjects/none-" + name + "/versions/latest", incompatible)
                        .body())
                .hasToString("{\"is_compatible\":true}");
        assertThat(rest.post(path + "/7", incompatible).errorCode()).isEqualTo(40402);
    }

    @Test
    void notFoundHasConfluentsCodes() throws Exception {
        assertThat(rest.get(versions).errorCode()).isEqualTo(40401);
        assertThat(rest.get(versions + "/latest").errorCode()).isEqualTo(40401);
        assertThat(rest.delete("/subjects/" + subject).errorCode()).isEqualTo(40401);
        assertThat(rest.post("/subjects/" + subject, Rest.schema(Rest.record(name)))
                        .errorCode())
                .isEqualTo(40401);
        assertThat(rest.get("/schemas/ids/123456789").errorCode()).isEqualTo(40403);
        assertThat(rest.get("/schemas/guids/" + UUID.randomUUID()).errorCode()).isEqualTo(40403);
        rest.register(subject, Rest.record(name, "a"));
        assertThat(rest.get(versions + "/2").errorCode()).isEqualTo(40402);
        assertThat(rest.get(versions + "/0").errorCode()).isEqualTo(42202);
        assertThat(rest.get(versions + "/first").errorCode()).isEqualTo(42202);
        assertThat(rest.post("/subjects/" + subject, Rest.schema(Rest.record(name, "z")))
                        .errorCode())
                .isEqualTo(40403);
        assertThat(rest.get("/associations/x").status()).isEqualTo(404);
        assertThat(rest.get("/v1/metadata/id").errorCode()).isEqualTo(404);
    }

    @Test
    void whatIsNotASchemaIsRefused() throws Exception {
        assertThat(rest.post(versions, Rest.schema("{\"type\":\"recor")).errorCode())
                .isEqualTo(42201);
        assertThat(rest.post(versions, Rest.schema("")).errorCode()).isEqualTo(42201);
        Answer json = rest.post(versions, Rest.schema("{}").put("schemaType", "JSON"));
        assertThat(json.status()).isEqualTo(422);
        assertThat(json.errorCode()).isEqualTo(42201);
        assertThat(json.body().path("message").asText()).contains("JSON").contains("AVRO");
        assertThat(rest.send("POST", versions, "not json").status()).isEqualTo(400);
    }

    @Test
    void anyAcceptedTypeIsAnsweredInTheRegistrysOwn() throws Exception {
        Answer answer = rest.send(
                "POST",
                versions,
                Rest.schema(Rest.record(name)).toString(),
                "Accept",
                "application/octet-stream",
                "Content-Type",
                "application/json",
                "Accept-Encoding",
                "identity");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/vnd.schemaregistry.v1+json");
    }

    @Test
    void aSubjectMayHoldASlash() throws Exception {
        rest.register(name + "%2Fpart", Rest.record(name, "a"));
        assertThat(rest.get("/subjects/" + name + "%2Fpart/versions/1")
                        .body()
                        .path("subject")
                        .asText())
                .isEqualTo(name + "/part");
    }

    @Test
    void deletionIsSoftFirst() throws Exception {
        int id = rest.register(subject, Rest.record(name, "a"));
        rest.register(subject, Rest.record(name, "a", "b?"));

        assertThat(rest.delete(versions + "/1?permanent=true").errorCode()).isEqualTo(40407);
        assertThat(rest.delete(versions + "/1").body()).hasToString("1");
        assertThat(rest.delete(versions + "/1").errorCode()).isEqualTo(40406);
        assertThat(rest.get(versions + "/1").errorCode()).isEqualTo(40402);
        assertThat(rest.get(versions + "/1?deleted=true").status()).isEqualTo(200);
        assertThat(rest.get("/schemas/ids/" + id).status()).isEqualTo(200);
        assertThat(rest.delete("/subjects/" + subject + "?permanent=true").errorCode())
                .isEqualTo(40405);
        assertThat(rest.delete("/subjects/" + subject).body()).hasToString("[2]");
        assertThat(rest.delete("/subjects/" + subject).errorCode()).isEqualTo(40404);
        assertThat(rest.get(versions).errorCode()).isEqualTo(40401);
        assertThat(rest.get(versions + "?deleted=true").body()).hasToString("[1,2]");
        assertThat(rest.delete("/subjects/" + subject + "?permanent=true").body())
                .hasToString("[1,2]");
        assertThat(rest.get(versions + "?deleted=true").errorCode()).isEqualTo(40401);
        assertThat(rest.get("/schemas/ids/" + id).errorCode()).isEqualTo(40403);
    }

    @Test
    void registeringAgainAfterSoftDeletionMakesANewVersionWithTheSameId() throws Exception {
        int id = rest.register(subject, Rest.record(name, "a"));
        rest.delete("/subjects/" + subject);
        assertThat(rest.register(subject, Rest.record(name, "a"))).isEqualTo(id);
        assertThat(rest.get(versions).body()).hasToString("[2]");
    }

    @Test
    void aSubjectsLevelCountsAndCanBeTakenBack() throws Exception {
        rest.register(subject, Rest.record(name, "a"));
        String config = "/config/" + subject;

        assertThat(rest.get(config).errorCode()).isEqualTo(40408);
        assertThat(rest.get(config + "?defaultToGlobal=true").body())
                .hasToString("{\"compatibilityLevel\":\"BACKWARD\"}");
        assertThat(rest.put(config, Rest.object("compatibility", "SIDEWAYS")).errorCode())
                .isEqualTo(42203);
        assertThat(rest.put(config, Rest.object("compatibility", "FORWARD")).body())
                .hasToString("{\"compatibility\":\"FORWARD\"}");
        assertThat(rest.get(config).body()).hasToString("{\"compatibilityLevel\":\"FORWARD\"}");
        rest.register(subject, Rest.record(name, "a", "b"));
        assertThat(rest.delete(config).body()).hasToString("{\"compatibilityLevel\":\"FORWARD\"}");
        assertThat(rest.delete(config).errorCode()).isEqualTo(40401);
        assertThat(rest.post(versions, Rest.schema(Rest.record(name, "a", "b", "c")))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aReadOnlySubjectTakesNothing() throws Exception {
        int id = rest.register(subject, Rest.record(name, "a"));
        String mode = "/mode/" + subject;

        assertThat(rest.get(mode).errorCode()).isEqualTo(40409);
        assertThat(rest.put(mode, Rest.object("mode", "WRITEONLY")).errorCode()).isEqualTo(42204);
        assertThat(rest.put(mode, Rest.object("mode", "READONLY")).body()).hasToString("{\"mode\":\"READONLY\"}");
        assertThat(rest.post(versions, Rest.schema(Rest.record(name, "a", "b?")))
                        .errorCode())
                .isEqualTo(42205);
        assertThat(rest.delete("/subjects/" + subject).errorCode()).isEqualTo(42205);
        assertThat(rest.register(subject, Rest.record(name, "a"))).isEqualTo(id);
        assertThat(rest.delete(mode).body()).hasToString("{\"mode\":\"READONLY\"}");
        assertThat(rest.get(mode + "?defaultToGlobal=true").body()).hasToString("{\"mode\":\"READWRITE\"}");
    }

    @Test
    void importKeepsIdsAndVersions() throws Exception {
        int id = 2_000_000 + Math.floorMod(name.hashCode(), 1_000_000);
        ObjectNode request = Rest.schema(Rest.record(name, "a")).put("id", id).put("version", 7);

        assertThat(rest.post(versions, request).errorCode()).isEqualTo(42205);
        assertThat(rest.put("/mode/" + subject, Rest.object("mode", "IMPORT")).status())
                .isEqualTo(200);
        assertThat(rest.post(versions, Rest.schema(Rest.record(name, "a"))).errorCode())
                .isEqualTo(42205);
        assertThat(rest.post(versions, request).body()).hasToString("{\"id\":" + id + "}");
        assertThat(rest.get(versions).body()).hasToString("[7]");
        assertThat(rest.post(versions, Rest.schema(Rest.record(name, "b")).put("id", id))
                        .errorCode())
                .isEqualTo(42205);

        String full = "/mode/" + name + "-full";
        rest.register(name + "-full", Rest.record(name, "z"));
        assertThat(rest.put(full, Rest.object("mode", "IMPORT")).errorCode()).isEqualTo(42205);
        assertThat(rest.put(full + "?force=true", Rest.object("mode", "IMPORT")).status())
                .isEqualTo(200);
    }

    @Test
    void referencesAreResolvedAndProtected() throws Exception {
        rest.register(name + "-part", Rest.record("Part" + name, "a"));
        ObjectNode whole = Rest.schema("{\"type\":\"record\",\"name\":\"" + name
                + "\",\"fields\":[{\"name\":\"part\",\"type\":\"Part" + name + "\"}]}");
        assertThat(rest.post(versions, whole).errorCode()).isEqualTo(42201);
        whole.putArray("references")
                .addObject()
                .put("name", "Part" + name)
                .put("subject", name + "-part")
                .put("version", 1);
        int id = rest.post(versions, whole).body().path("id").intValue();

        JsonNode fetched = rest.get("/schemas/ids/" + id).body();
        assertThat(fetched.path("schema").asText()).contains("\"type\":\"Part" + name + "\"");
        assertThat(fetched.path("references")).isEqualTo(whole.path("references"));
        assertThat(rest.get("/subjects/" + name + "-part/versions/1/referencedby")
                        .body())
                .hasToString("[" + id + "]");
        assertThat(rest.delete("/subjects/" + name + "-part").errorCode()).isEqualTo(42206);
    }

    @Test
    void aSchemaIsFoundByGuidIfTheClientKnowsGuids() throws Exception {
        Answer answer = rest.send(
                "POST",
                versions,
                Rest.schema(Rest.record(name, "a")).toString(),
                "Confluent-Accept-Unknown-Properties",
                "true");
        String guid = answer.body().path("guid").asText();
        assertThat(answer.body().path("version").intValue()).isEqualTo(1);
        assertThat(rest.get("/schemas/guids/" + guid).body().path("schema").asText())
                .isEqualTo(Rest.record(name, "a"));
    }

    @Test
    void normalizingMakesSpellingsOne() throws Exception {
        String one = "{\"type\":\"record\",\"name\":\"" + name + "\",\"fields\":[],\"b\":1,\"a\":2}";
        String other = "{\"a\":2,\"type\":\"record\",\"name\":\"" + name + "\",\"b\":1,\"fields\":[]}";
        int id = rest.post(versions + "?normalize=true", Rest.schema(one))
                .body()
                .path("id")
                .intValue();
        assertThat(rest.post(versions + "?normalize=true", Rest.schema(other)).body())
                .hasToString("{\"id\":" + id + "}");
        assertThat(rest.post("/subjects/" + subject + "?normalize=true", Rest.schema(one))
                        .status())
                .isEqualTo(200);
        assertThat(rest.post("/subjects/" + subject, Rest.schema(one)).errorCode())
                .isEqualTo(40403);
    }

    @Test
    void metadataIsPartOfTheContent() throws Exception {
        ObjectNode request = Rest.schema(Rest.record(name, "a"));
        request.set("metadata", MAPPER.readTree("{\"properties\":{\"owner\":\"customs\"}}"));
        int id = rest.post(versions, request).body().path("id").intValue();
        assertThat(rest.register(subject, Rest.record(name, "a"))).isNotEqualTo(id);
        assertThat(rest.get("/schemas/ids/" + id).body().path("metadata")).isEqualTo(request.path("metadata"));
    }
}
