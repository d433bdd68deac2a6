package org.vigia.producers;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.vigia.producers.FakeLog.Failure;

/** Sending batches: receipts, retries, refused rows. */
class BatchApiTest extends ApiTest {

    private static final String PATH = "/v1/feeds/vigia-seizures/batches";
    private static final String ROWS = Api.HEADER + "A,2024-03-05,MX,fentanyl,1,kg\nB,2024-03-06,MX,heroin,1,furlong\n";

    @Test
    void aBatchGetsAReceiptThatAddsUpAndMayBeReadAgain() {
        Api.Answer sent = api.post(PATH + "?name=march%202024.csv", ROWS, "Content-Type", "text/csv");

        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.counts()).isEqualTo("1 0 0 0 1");
        assertThat(sent.json().get("read").asInt()).isEqualTo(2);
        assertThat(sent.json().get("name").asText()).isEqualTo("march 2024.csv");
        String location = sent.response().headers().firstValue("location").orElseThrow();
        assertThat(location)
                .isEqualTo("/v1/batches/" + sent.json().get("batchId").asText());
        assertThat(api.get(location).body()).isEqualTo(sent.body());
        api.restart();
        assertThat(api.get(location).body()).isEqualTo(sent.body());
        assertThat(api.spool()).isEmptyDirectory();
    }

    @Test
    void refusedRowsAreOneJsonLineEachInTheOrderOfTheFile() {
        StringBuilder rows = new StringBuilder(Api.HEADER);
        for (int i = 0; i < 200; i++) {
            rows.append("R" + i + ",2024-03-05,MX,lsd,1,furlong\n");
        }
        String batch = api.post(PATH, rows.toString()).json().get("batchId").asText();

        Api.Answer rejected = api.get("/v1/batches/" + batch + "/rejected");

        assertThat(rejected.type()).startsWith("application/x-ndjson");
        assertThat(rejected.body()
                        .lines()
                        .map(Api::parse)
                        .map(row -> row.get("line").asInt()))
                .hasSize(200)
                .isSorted();
        assertThat(Api.parse(rejected.body().lines().findFirst().orElseThrow())
                        .get("raw")
                        .asText())
                .isEqualTo("R0,2024-03-05,MX,lsd,1,furlong");
    }

    @Test
    void aRetryUnderTheSameKeyGetsTheSameAnswerAlsoFromAnotherMachine() {
        Api.Answer first = api.post(PATH, ROWS, "Idempotency-Key", "\"march-1\"");
        assertThat(api.post(PATH, ROWS, "Idempotency-Key", "march-1").body()).isEqualTo(first.body());
        api.restart();

        Api.Answer again = api.post(PATH, ROWS, "Idempotency-Key", "march-1");
        Api.Answer other = api.post(PATH, ROWS + "C,2024-03-05,MX,lsd,,\n", "Idempotency-Key", "march-1");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().get("title").asText()).isEqualTo("Idempotency-Key used before");
        assertThat(api.bench.log.ledger()).hasSize(1);
    }

    @Test
    void withoutAKeyTheSameBytesAreLoadedAgainAndChangeNothing() {
        api.post(PATH, ROWS);

        assertThat(api.post(PATH, ROWS).counts()).isEqualTo("0 1 0 0 1");
        assertThat(api.bench.log.records(api.bench.topics.seizures)).hasSize(1);
    }

    @Test
    void howABatchIsPackedForTheWayMakesNoDifference() throws IOException {
        String plain = api.post(PATH, ROWS).json().get("batchId").asText();
        byte[] bytes = ROWS.getBytes(StandardCharsets.UTF_8);

        assertThat(api.post(PATH, Packed.gzip(bytes), "Content-Encoding", "gzip")
                        .json()
                        .get("batchId")
                        .asText())
                .isEqualTo(plain);
        assertThat(api.post(PATH, Zstd.compress(bytes), "Content-Encoding", "zstd")
                        .json()
                        .get("batchId")
                        .asText())
                .isEqualTo(plain);
        assertThat(api.post(PATH + "?name=a.csv.gz", Packed.gzip(bytes)).counts())
                .as("a packed file is a file of its own")
                .isEqualTo("0 1 0 0 1");
    }

    @Test
    void whatKafkaHasNotAcknowledgedIsNotAnsweredAsDoneAndARetryLandsIt() {
        api.bench.log.fail(Failure.ON_SEND, 0);

        Api.Answer failed = api.post(PATH, ROWS, "Idempotency-Key", "k");
        Api.Answer again = api.post(PATH, ROWS, "Idempotency-Key", "k");

        assertThat(failed.status()).isEqualTo(503);
        assertThat(failed.response().headers().firstValue("retry-after")).isPresent();
        assertThat(failed.body()).doesNotContain("broker is gone");
        assertThat(again.counts()).isEqualTo("1 0 0 0 1");
        assertThat(api.bench.log.records(api.bench.topics.seizures)).hasSize(1);
    }

    @Test
    void anAnswerThatWasLostAfterTheCommitIsGivenAgain() {
        api.bench.log.fail(Failure.AFTER_COMMIT, 0);
        assertThat(api.post(PATH, ROWS, "Idempotency-Key", "k").status()).isEqualTo(503);

        assertThat(api.post(PATH, ROWS, "Idempotency-Key", "k").counts()).isEqualTo("1 0 0 0 1");
        assertThat(api.bench.log.ledger()).hasSize(1);
        assertThat(api.bench.log.records(api.bench.topics.seizures)).hasSize(1);
    }

    @Test
    void aBatchThatNobodySentHasNoReceipt() {
        assertThat(api.get("/v1/batches/vigia-seizures-0123456789abcdef").status())
                .isEqualTo(404);
        assertThat(api.get("/v1/batches/vigia-seizures-0123456789abcdef/rejected")
                        .status())
                .isEqualTo(404);
    }
}
