package org.vigia.producers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is sent, the server answers, never blames itself, and accounts for every row that it took. */
class ApiFuzzTest {

    private static final int BODIES = 10_000;
    private static final int REQUESTS = 10_000;

    private static final String CSV = """
            seizure_id,occurred_at,status,country,substance,quantity,unit,note
            A,2024-03-05,,MX,fentanyl,1.5,kg,"a
            b"
            A,2024-03-05,,MX,heroin,2,lb,
            B,,RETRACTED,,,,,
            """;
    private static final String EVENT = """
            {"seizureId":"A","occurredAt":"2024-03-05","place":{"country":"MX","latitude":19.05},"incidents":2,
            "items":[{"substance":"fentanyl","quantity":{"amount":1.5,"unit":"kg"}}],"attributes":{"a":"b"}}
            """;

    @TempDir
    Path directory;

    @Test
    void mutatedBodiesAreAnsweredAndAccountedFor() throws IOException {
        Random random = new Random(4711);
        byte[] csv = CSV.getBytes(StandardCharsets.UTF_8);
        byte[][] seeds = {csv, Packed.gzip(csv), Zstd.compress(csv), EVENT.getBytes(StandardCharsets.UTF_8)};
        String[][] headers = {
            {"Content-Type", "text/csv"},
            {"Content-Encoding", "gzip"},
            {"Content-Encoding", "zstd"},
            {"Content-Type", "application/json"}
        };
        try (Api api = new Api(directory)) {
            for (int i = 0; i < BODIES; i++) {
                int which = random.nextInt(seeds.length);
                String path = which == 3 ? "/v1/seizures" : "/v1/feeds/vigia-seizures/batches";

                Api.Answer answer = api.post(path, mutate(seeds[which], random), headers[which]);

                assertThat(answer.status()).as(answer.body()).isLessThan(500);
                if (answer.status() == 200) {
                    assertThat(sum(answer.json()))
                            .isEqualTo(answer.json().get("read").asLong());
                } else {
                    assertThat(answer.json().get("detail").asText()).isNotBlank();
                }
            }
            assertThat(api.spool()).isEmptyDirectory();
        }
    }

    /** The whole request this time, request line and headers too, several over one connection. */
    @Test
    void mutatedRequestsAreAnsweredOrTheConnectionIsClosed() throws IOException {
        Random random = new Random(1848);
        String body = CSV.replace("\n", "\r\n");
        byte[] request = ("POST /v1/feeds/vigia-seizures/batches?name=a.csv HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                        + "Content-Type: text/csv\r\nIdempotency-Key: abc\r\nContent-Length: " + body.length()
                        + "\r\nConnection: close\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
        int answered = 0;
        try (Api api = new Api(directory)) {
            for (int i = 0; i < REQUESTS; i++) {
                String answer = say(api, mutate(request, random));
                assertThat(answer)
                        .doesNotContain("HTTP/1.1 500")
                        .doesNotContain("HTTP/1.1 503")
                        .doesNotContain("Exception");
                answered += answer.startsWith("HTTP/1.1 ") ? 1 : 0;
            }
            assertThat(answered).isGreaterThan(REQUESTS * 9 / 10);
            assertThat(api.post("/v1/feeds/vigia-seizures/batches", CSV).status())
                    .isEqualTo(200);
        }
    }

    private static String say(Api api, byte[] request) throws IOException {
        try (Socket socket = api.connect();
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            socket.setSoTimeout(60_000);
            out.write(request);
            socket.shutdownOutput();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException e) {
            // Reset before the answer was read, because the request went on behind what was refused.
            return "";
        }
    }

    private static long sum(JsonNode receipt) {
        long sum = 0;
        for (String part : new String[] {"accepted", "unchanged", "revised", "retracted", "rejected"}) {
            sum += receipt.get(part).asLong();
        }
        return sum;
    }

    private static byte[] mutate(byte[] bytes, Random random) {
        byte[] mutant = bytes.clone();
        String nasty = "\",\n\r\0\t{}[]|:-0e%/";
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(mutant.length);
            mutant[at] = random.nextBoolean()
                    ? (byte) nasty.charAt(random.nextInt(nasty.length()))
                    : (byte) random.nextInt(256);
        }
        return random.nextInt(10) == 0 ? Arrays.copyOf(mutant, random.nextInt(mutant.length)) : mutant;
    }
}
