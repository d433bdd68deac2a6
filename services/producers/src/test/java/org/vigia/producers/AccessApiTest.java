package org.vigia.producers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigia.runtime.access.Access;
import org.vigia.runtime.access.ApiKey;
import org.vigia.runtime.settings.Settings;

/** A partner writes its own feeds, sees its own batches, and nothing else. */
class AccessApiTest {

    private static final String SEIZURES = "/v1/feeds/vigia-seizures/batches";
    private static final String ROWS = Api.HEADER + "A,2024-03-05,MX,fentanyl,1,furlong\n";

    @TempDir
    Path directory;

    private final ApiKey writer = ApiKey.create("writer");
    private final ApiKey colleague = ApiKey.create("colleague");
    private final ApiKey other = ApiKey.create("other");
    private Api api;

    @BeforeEach
    void start() throws IOException {
        Path keys = Files.writeString(
                directory.resolve("keys.yaml"), """
                keys:
                  - {id: writer, sha256: %s, scopes: ["write:vigia-seizures"]}
                  - {id: colleague, sha256: %s, scopes: ["write:vigia-seizures"]}
                  - {id: other, sha256: %s, scopes: ["write:vigia-labs", "redrive:vigia-labs"]}
                """.formatted(writer.hash(), colleague.hash(), other.hash()));
        api = new Api(
                directory,
                Api.LIMITS,
                Access.from(Settings.read(Map.of("access.keys", keys.toString()), Map.of(), null)));
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void aPartnerWritesOnlyItsOwnFeeds() {
        assertThat(api.post(SEIZURES, ROWS, bearer(writer)).status()).isEqualTo(200);
        assertThat(api.post(SEIZURES, ROWS, bearer(other)).status()).isEqualTo(403);
        assertThat(api.post(SEIZURES, ROWS).status()).isEqualTo(401);
        assertThat(api.post(SEIZURES, ROWS, "Authorization", "Basic YTpi").status())
                .isEqualTo(401);
        assertThat(api.post(SEIZURES, ROWS, "Authorization", "Bearer a.b.c").status())
                .isEqualTo(401);
        assertThat(api.event("/v1/seizures", "{}", bearer(other)).status()).isEqualTo(403);
        assertThat(api.event("/v1/seizures", "{}", bearer(writer)).status()).isEqualTo(422);
        assertThat(api.bench.log.ledger()).hasSize(1);
    }

    @Test
    void anIdempotencyKeyIsOnesOwnSoThatNobodyCanGuessOrTakeThatOfAnother() {
        String others = ROWS.replace("A,", "B,");
        Api.Answer first = api.post(SEIZURES, ROWS, with(writer, "Idempotency-Key", "march"));
        Api.Answer second = api.post(SEIZURES, others, with(colleague, "Idempotency-Key", "march"));

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().get("batchId")).isNotEqualTo(first.json().get("batchId"));
        api.restart();
        assertThat(api.post(SEIZURES, ROWS, with(writer, "Idempotency-Key", "march"))
                        .body())
                .isEqualTo(first.body());
        assertThat(api.post(SEIZURES, others, with(colleague, "Idempotency-Key", "march"))
                        .body())
                .isEqualTo(second.body());
        assertThat(api.post(SEIZURES, others, with(writer, "Idempotency-Key", "march"))
                        .status())
                .isEqualTo(422);
        assertThat(api.bench.log.ledger()).hasSize(2);
    }

    @Test
    void aPartnerSeesOnlyItsOwnBatches() {
        String batch =
                api.post(SEIZURES, ROWS, bearer(writer)).json().get("batchId").asText();

        assertThat(api.get("/v1/batches/" + batch, bearer(writer)).status()).isEqualTo(200);
        assertThat(api.get("/v1/batches/" + batch + "/rejected", bearer(writer)).body())
                .contains("furlong");
        assertThat(api.get("/v1/batches/" + batch, bearer(other)).status()).isEqualTo(404);
        assertThat(api.get("/v1/batches/" + batch + "/rejected", bearer(other)).status())
                .isEqualTo(404);
        assertThat(api.get("/v1/batches/" + batch).status()).isEqualTo(401);
    }

    @Test
    void callsAreWrittenDownWithFeedAndBatchWhetherTakenOrNot() {
        String batch =
                api.post(SEIZURES, ROWS, bearer(writer)).json().get("batchId").asText();
        api.post(SEIZURES, ROWS, bearer(other));
        api.event("/v1/seizures", "{}", bearer(writer));

        assertThat(api.audit)
                .extracting(call -> call.getCaller() + " " + call.getOutcome() + " " + call.getStatus() + " "
                        + call.getFeed() + " " + call.getBatchId() + " " + call.getReason())
                .containsExactly(
                        "key:writer ACCEPTED 200 vigia-seizures " + batch + " null",
                        "key:other REFUSED 403 vigia-seizures null Not allowed",
                        "key:writer REFUSED 422 vigia-seizures null Not as the schema has it");
    }

    @Test
    void whatIsPublicNeedsNoKey() {
        assertThat(api.get("/openapi.json").status()).isEqualTo(200);
        assertThat(api.get("/schemas/seizure.json").status()).isEqualTo(200);
    }

    private static String[] with(ApiKey key, String name, String value) {
        return new String[] {"Authorization", "Bearer " + key.text(), name, value};
    }

    private static String[] bearer(ApiKey key) {
        return new String[] {"Authorization", "Bearer " + key.text()};
    }
}
