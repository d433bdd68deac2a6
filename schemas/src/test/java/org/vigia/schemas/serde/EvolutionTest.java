package org.vigia.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.vigia.events.AlertAction;
import org.vigia.events.AlertActionKind;

/** A consumer of today reads what a producer of tomorrow and one of yesterday wrote. */
class EvolutionTest {

    private final Map<String, Object> configuration = Map.of("schema.registry.url", "mock://" + UUID.randomUUID());

    @Test
    void aFieldAndASymbolOfTomorrowAreLeftOut() {
        Schema tomorrow = new Schema.Parser()
                .parse(
                        AlertAction.getClassSchema()
                                .toString()
                                .replace("\"REOPEN\"", "\"REOPEN\",\"ESCALATE\"")
                                .replace(
                                        "\"fields\":[{\"name\":\"actionId\"",
                                        "\"fields\":[{\"name\":\"office\",\"type\":\"string\",\"default\":\"\"},{\"name\":\"actionId\""));
        GenericRecord written = action(tomorrow, "ESCALATE");
        written.put("office", "Manzanillo");

        AlertAction read = read(written);

        assertThat(read.getActionId()).isEqualTo("a-1");
        assertThat(read.getAction()).isEqualTo(AlertActionKind.UNKNOWN);
    }

    @Test
    void aFieldThatYesterdayDidNotHaveHasItsDefault() {
        Schema yesterday = new Schema.Parser()
                .parse(AlertAction.getClassSchema()
                        .toString()
                        .replaceFirst(",\\{\"name\":\"comment\",.*?\"default\":null}", ""));
        assertThat(yesterday.getField("comment")).isNull();

        AlertAction read = read(action(yesterday, "CLOSE"));

        assertThat(read.getComment()).isNull();
        assertThat(read.getAction()).isEqualTo(AlertActionKind.CLOSE);
    }

    private static GenericRecord action(Schema schema, String kind) {
        GenericRecord action = new GenericData.Record(schema);
        action.put("actionId", "a-1");
        action.put("alertId", "alert-1");
        action.put(
                "action", new GenericData.EnumSymbol(schema.getField("action").schema(), kind));
        action.put("actor", "officer");
        action.put("at", 0L);
        return action;
    }

    private AlertAction read(GenericRecord written) {
        try (AvroSerializer<GenericRecord> serializer = new AvroSerializer<>()) {
            serializer.configure(configuration, false);
            return new EventSerdes(configuration)
                    .values(AlertAction.class)
                    .deserializer()
                    .deserialize("t", serializer.serialize("t", written));
        }
    }
}
