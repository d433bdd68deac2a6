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
    private final ApiKey other = ApiKey.create("other");
    private Api api;

    @BeforeEach
    void start() throws IOException {
        Path keys = Files.writeString(directory.resolve("keys.yaml"), """
                keys:
                  - {id: writer, sha256: %s, scopes: ["write:vigia-seizures"]}
                  - {id: other, sha256: %s, scopes: ["write:vigia-labs", "redrive:vigia-labs"]}
                """.formatted(writer.hash(), other.hash()));
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
    void whatIsPublicNeedsNoKey() {
        assertThat(api.get("/openapi.json").status()).isEqualTo(200);
        assertThat(api.get("/schemas/seizure.json").status()).isEqualTo(200);
    }

    private static String[] bearer(ApiKey key) {
        return new String[] {"Authorization", "Bearer " + key.text()};
    }
}
