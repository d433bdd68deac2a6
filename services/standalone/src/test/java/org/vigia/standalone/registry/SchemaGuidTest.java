package org.vigia.standalone.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.entities.Schema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.utils.JacksonMapper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Our guid against the hash that Confluent's own class computes. */
class SchemaGuidTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String SCHEMA = "\"int\"";
    private static final String REFERENCES = "[{\"name\":\"n\",\"subject\":\"s\",\"version\":3}]";
    private static final String METADATA =
            "{\"tags\":{\"b\":[\"y\",\"x\"],\"a\":[\"z\"]},\"properties\":{\"p\":\"1\",\"o\":\"é\"},\"sensitive\":[\"p\",\"o\"]}";
    private static final String RULES =
            "{\"migrationRules\":[],\"domainRules\":[{\"name\":\"r\",\"doc\":\"d\",\"kind\":\"TRANSFORM\",\"mode\":\"WRITEREAD\",\"type\":\"ENCRYPT\","
                    + "\"tags\":[\"t\",\"s\"],\"params\":{\"b\":\"1\",\"a\":\"2\"},\"expr\":\"e\",\"onSuccess\":\"NONE\",\"onFailure\":\"ERROR\",\"disabled\":true}]}";

    @Test
    void everyPartOfTheContentCountsAsConfluentCountsIt() throws Exception {
        same("[]", null, null);
        same(REFERENCES, null, null);
        same("[]", METADATA, null);
        same(REFERENCES, METADATA, RULES);
    }

    private static void same(String references, @Nullable String metadata, @Nullable String rules) throws Exception {
        String entity = "{\"schema\":" + MAPPER.writeValueAsString(SCHEMA) + ",\"references\":" + references
                + ",\"metadata\":" + metadata + ",\"ruleSet\":" + rules + "}";
        MessageDigest md5 = MessageDigest.getInstance("MD5");
        JacksonMapper.INSTANCE.readValue(entity, Schema.class).updateHash(md5);
        ByteBuffer hash = ByteBuffer.wrap(md5.digest());

        JsonNode node = MAPPER.readTree(entity);
        List<SchemaReference> parsed = StoreCodec.references(node.path("references"));
        SchemaContent content = new SchemaContent(
                SCHEMA, parsed, Json.present(node.get("metadata")), Json.present(node.get("ruleSet")));

        assertThat(content.guid()).isEqualTo(new UUID(hash.getLong(), hash.getLong()));
    }
}
