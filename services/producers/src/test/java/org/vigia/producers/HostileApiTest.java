package org.vigia.producers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigia.producers.ingest.IngestLimits;
import org.vigia.runtime.access.Access;

/** Senders that mean no good, or are broken: each is refused with a clear message, and nothing of it is left. */
class HostileApiTest {

    private static final String PATH = "/v1/feeds/vigia-seizures/batches";
    private static final String ROW = "A,2024-03-05,MX,fentanyl,1,kg\n";

    @TempDir
    Path directory;

    private Api api;

    @BeforeEach
    void start() {
        api = new Api(directory, new IngestLimits(2, 40 << 20, 60 << 20), Access.open());
    }

    @AfterEach
    void stop() {
        await().untilAsserted(() -> assertThat(api.spool()).isEmptyDirectory());
        api.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void aBombIsRefusedWhetherPackedForTheWayOrAsAFile(String coding) throws IOException {
        byte[] zeros = new byte[39 << 20];
        byte[] bomb = coding.equals("gzip") ? gzip(zeros) : Zstd.compress(zeros);

        problem(api.post(PATH, bomb, "Content-Encoding", coding), 413, "times its size");
        problem(api.post(PATH, bomb), 413, "times its size");
        assertThat(api.bench.log.ledger()).isEmpty();
    }

    @Test
    void whatUnpacksBeyondTheLimitIsRefused() throws IOException {
        byte[] noise = new byte[41 << 20];
        new Random(5).nextBytes(noise);
        for (int i = 0; i < noise.length; i++) {
            noise[i] &= 3;
        }

        problem(api.post(PATH, gzip(noise), "Content-Encoding", "gzip"), 413, "larger than 41943040 bytes");
        problem(api.post(PATH, noise), 413, "41943040 are taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void damagedPackedBytesAreTheSendersFault(String coding) throws IOException {
        byte[] rows = (Api.HEADER + ROW.repeat(5_000)).getBytes(StandardCharsets.UTF_8);
        byte[] packed = coding.equals("gzip") ? gzip(rows) : Zstd.compress(rows);
        byte[] cut = Arrays.copyOf(packed, packed.length / 2);

        problem(api.post(PATH, cut, "Content-Encoding", coding), 422, "damaged or cut off");
        problem(api.post(PATH, cut), 422, "damaged or cut off");
        problem(api.post(PATH, rows, "Content-Encoding", coding), 422, "damaged or cut off");
        assertThat(api.bench.log.ledger()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..%2F..%2Fetc%2Fpasswd",
                "%2Fetc%2Fpasswd",
                "a%5Cb.csv",
                ".hidden",
                "a..csv",
                "a%00b",
                "a%0Ab",
                "",
                "~",
                "%2D"
            })
    void aPathIsNoFileName(String name) {
        problem(api.post(PATH + "?name=" + name, Api.HEADER + ROW), 400, "no plain file name");
        assertThat(api.bench.log.ledger()).isEmpty();
    }

    @Test
    void aNameThatIsTooLongIsNone() {
        problem(api.post(PATH + "?name=" + "x".repeat(121), Api.HEADER + ROW), 400, "no plain file name");
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Type, multipart/form-data; boundary=x, 415, --data-binary",
        "Content-Type, image/png, 415, text/csv",
        "Content-Encoding, br, 415, gzip",
        "Content-Encoding, 'gzip, gzip', 415, zstd",
        "Idempotency-Key, two words, 400, ASCII",
        "Idempotency-Key, '', 400, ASCII"
    })
    void headersThatMakeNoSenseAreRefused(String header, String value, int status, String told) {
        problem(api.post(PATH, Api.HEADER + ROW, header, value), status, told);
    }

    @Test
    void aLongIdempotencyKeyIsRefused() {
        problem(api.post(PATH, ROW, "Idempotency-Key", "k".repeat(201)), 400, "200");
    }

    @Test
    void whereThereIsNothingIsSaid() {
        problem(api.post("/v1/feeds/vigia-seizure/batches", ROW), 404, "Did you mean vigia-seizures?");
        problem(api.post("/v1/nothing", ROW), 404, "/openapi.json");
        problem(api.get(PATH), 405, "POST");
        problem(api.post(PATH, ""), 400, "empty");
    }

    @Test
    void tenThousandColumnsAreReadAndAccountedFor() {
        StringBuilder header = new StringBuilder("seizure_id,occurred_at,country,substance");
        StringBuilder row = new StringBuilder("A,2024-03-05,MX,lsd");
        for (int i = 0; i < 10_000; i++) {
            header.append(",column ").append(i);
            row.append(",value ").append(i);
        }

        Api.Answer answer = api.post(PATH, header + "\n" + row + "\n");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("read").asInt()).isOne();
    }

    @Test
    void aBodyThatEndsEarlyIsNotLoaded() throws IOException {
        String rows = Api.HEADER + ROW.repeat(1_000);
        String head = "POST " + PATH + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";

        api.raw((head + "Content-Length: " + rows.length() + "\r\n\r\n" + rows.substring(0, 20_000))
                .getBytes(StandardCharsets.UTF_8));
        api.raw((head + "Transfer-Encoding: chunked\r\n\r\n4e20\r\n" + rows.substring(0, 20_000) + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
        api.raw((head + "Transfer-Encoding: chunked\r\n\r\nnonsense\r\n" + rows).getBytes(StandardCharsets.UTF_8));

        await().untilAsserted(() -> assertThat(api.spool()).isEmptyDirectory());
        assertThat(api.bench.log.ledger()).isEmpty();
    }

    @Test
    void moreUploadsThanAreTakenAreToldToComeAgainAndThenAreTaken() throws IOException {
        String head = "POST " + PATH + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\n";
        try (Socket one = api.connect();
                Socket two = api.connect()) {
            for (Socket socket : new Socket[] {one, two}) {
                socket.getOutputStream().write((head + "seizure").getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
            }
            await().until(() -> uploads() == 2);

            Api.Answer busy = api.post(PATH, Api.HEADER + ROW);

            problem(busy, 429, "again in a while");
            assertThat(busy.response().headers().firstValue("retry-after")).hasValue("5");
        }
        await().until(() -> uploads() == 0);
        assertThat(api.post(PATH, Api.HEADER + ROW).status()).isEqualTo(200);
    }

    @Test
    void diskSpaceIsNotTakenBeyondItsLimitAndIsGivenBack() throws IOException {
        int large = 35 << 20;
        String head = "POST " + PATH + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + large + "\r\n\r\n";
        try (Socket first = api.connect()) {
            OutputStream out = first.getOutputStream();
            out.write(head.getBytes(StandardCharsets.UTF_8));
            out.write(new byte[30 << 20]);
            out.flush();
            await().until(() -> spooled() >= 29 << 20);

            problem(api.post(PATH, new byte[33 << 20]), 429, "disk space");
        }
        await().until(() -> uploads() == 0);
        assertThat(api.post(PATH, Api.HEADER + ROW).status()).isEqualTo(200);
    }

    private long uploads() throws IOException {
        try (Stream<Path> uploads = Files.list(api.spool())) {
            return uploads.count();
        }
    }

    private long spooled() throws IOException {
        try (Stream<Path> files = Files.walk(api.spool())) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(HostileApiTest::size)
                    .sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static void problem(Api.Answer answer, int status, String told) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.json().get("detail").asText()).contains(told);
    }
}
