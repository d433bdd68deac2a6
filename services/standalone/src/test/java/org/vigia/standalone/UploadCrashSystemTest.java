package org.vigia.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigia.events.LedgerEntry;
import org.vigia.events.RejectedRecord;
import org.vigia.events.Seizure;
import org.vigia.runtime.kafka.Cluster;
import org.vigia.runtime.settings.Settings;
import org.vigia.schemas.topics.Topic;
import org.vigia.standalone.broker.SharedBroker;
import org.vigia.standalone.registry.SharedRegistry;
import org.vigia.standalone.results.TopicReader;

/**
 * Twenty uploads to a service that is killed again and again: while a body comes in, while it is loaded, after it was
 * answered. The sender sends again what it got no answer for. Nothing is lost, nothing is there twice.
 */
class UploadCrashSystemTest {

    private static final int UPLOADS = 20;
    private static final int LARGE = 25_000;
    private static final int SMALL = 300;
    private static final String HEADER = "seizure_id,occurred_at,country,substance,quantity,unit\n";

    private enum Kill {
        NEVER,
        WHILE_THE_BODY_COMES,
        WHILE_IT_IS_LOADED,
        AFTER_THE_ANSWER
    }

    @TempDir
    Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random = new Random(20261124);
    private final String prefix = "u" + UUID.randomUUID().toString().substring(0, 8) + ".";
    private final Cluster cluster = Cluster.at(
            SharedBroker.bootstrapServers(),
            SharedRegistry.url(),
            Settings.read(Map.of("prefix", prefix), Map.of(), null));

    @Test
    void nothingIsLostAndNothingIsThereTwice() throws Exception {
        Map<String, JsonNode> receipts = new HashMap<>();
        int kills = 0;
        VigiaProcess service = start();
        String address = service.awaitValue("Ready:");
        for (int upload = 0; upload < UPLOADS; upload++) {
            Kill kill = upload % 3 == 0 ? Kill.values()[1 + (upload / 3) % 3] : Kill.NEVER;
            String rows = rows(upload, kill == Kill.WHILE_IT_IS_LOADED ? LARGE : SMALL);
            if (kill == Kill.WHILE_THE_BODY_COMES) {
                killWhileTheBodyComes(service, address, rows);
            } else if (kill == Kill.WHILE_IT_IS_LOADED) {
                killWhileItIsLoaded(service, address, upload, rows);
            } else {
                receipts.put("upload-" + upload, send(address, upload, rows));
                if (kill == Kill.AFTER_THE_ANSWER) {
                    service.kill();
                }
            }
            if (kill != Kill.NEVER) {
                kills++;
                service = start();
                address = service.awaitValue("Ready:");
            }
            JsonNode receipt = send(address, upload, rows);
            JsonNode before = receipts.put("upload-" + upload, receipt);
            assertThat(before == null || before.equals(receipt))
                    .as("a retry gets the receipt of before")
                    .isTrue();
        }
        service.close();

        assertThat(kills).isEqualTo(7);
        verify(receipts);
    }

    private void verify(Map<String, JsonNode> receipts) {
        long events = 0;
        long refused = 0;
        for (JsonNode receipt : receipts.values()) {
            long accepted =
                    receipt.get("accepted").asLong() + receipt.get("unchanged").asLong();
            assertThat(receipt.get("read").asLong())
                    .isEqualTo(accepted + receipt.get("rejected").asLong());
            assertThat(receipt.get("revised").asLong()).isZero();
            events += accepted;
            refused += receipt.get("rejected").asLong();
        }
        assertThat(read(cluster.topics().seizures).stream()
                        .map(Seizure::getEnvelope)
                        .map(e -> e.getEventId()))
                .hasSize((int) events)
                .doesNotHaveDuplicates();
        assertThat(refused).isEqualTo(UPLOADS);
        assertThat(read(cluster.topics().rejected).stream()
                        .map(RejectedRecord::getRejectionId)
                        .collect(Collectors.toSet()))
                .hasSize(UPLOADS);
        List<LedgerEntry> complete = read(cluster.topics().feedLedger).stream()
                .filter(LedgerEntry::getComplete)
                .toList();
        assertThat(complete)
                .extracting(LedgerEntry::getIdempotencyKey)
                .hasSize(UPLOADS)
                .doesNotHaveDuplicates();
    }

    private <V extends SpecificRecord> List<V> read(Topic<V> topic) {
        return new TopicReader(cluster).since(topic, new TopicReader.Mark(Map.of()));
    }

    private void killWhileTheBodyComes(VigiaProcess service, String address, String rows) throws Exception {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), URI.create(address).getPort())) {
            String head = "POST /v1/feeds/vigia-seizures/batches HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: "
                    + rows.length() + "\r\n\r\n";
            socket.getOutputStream()
                    .write((head + rows.substring(0, random.nextInt(rows.length()))).getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            await().until(this::spooled);
            service.kill();
        }
    }

    private void killWhileItIsLoaded(VigiaProcess service, String address, int upload, String rows) throws Exception {
        CompletableFuture<JsonNode> answer = CompletableFuture.supplyAsync(() -> post(address, upload, rows));
        int sent = random.nextInt(LARGE);
        long before = written();
        await().pollInterval(Duration.ofMillis(5)).until(() -> answer.isDone() || written() - before >= sent);
        service.kill();
        try {
            answer.join();
        } catch (CompletionException e) {
            assertThat(e).hasRootCauseInstanceOf(IOException.class);
        }
    }

    /** Records that were written to the topic, committed or not. */
    private long written() {
        return new TopicReader(cluster)
                .end(cluster.topics().seizures).offsets().values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
    }

    /** Sends until there is an answer, as a sender does. */
    private JsonNode send(String address, int upload, String rows) {
        return await().atMost(Duration.ofMinutes(2))
                .until(() -> post(address, upload, rows), receipt -> receipt.has("batchId"));
    }

    private JsonNode post(String address, int upload, String rows) {
        try {
            HttpResponse<InputStream> answer = client.send(
                    HttpRequest.newBuilder(
                                    URI.create(address + "/v1/feeds/vigia-seizures/batches?name=u" + upload + ".csv"))
                            .header("Idempotency-Key", "upload-" + upload)
                            .POST(HttpRequest.BodyPublishers.ofString(rows))
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            JsonNode body = new ObjectMapper().readTree(answer.body());
            assertThat(answer.statusCode()).as(body.toString()).isIn(200, 429, 503);
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private boolean spooled() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("data").resolve("spool"))) {
            return files.anyMatch(Files::isRegularFile);
        }
    }

    private VigiaProcess start() throws IOException {
        return VigiaProcess.start(
                "service",
                "producers",
                "--bootstrap",
                SharedBroker.bootstrapServers(),
                "--registry",
                SharedRegistry.url(),
                "--prefix",
                prefix,
                "--data",
                directory.resolve("data").toString(),
                "--port",
                "0");
    }

    /** The last row of every file is refused. */
    private static String rows(int upload, int count) {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < count - 1; i++) {
            rows.append("u%d-%d,2024-%02d-%02d,MX,fentanyl,0.5,kg\n".formatted(upload, i, i % 12 + 1, i % 28 + 1));
        }
        return rows.append("u%d-x,2024-01-01,MX,fentanyl,1,furlong\n".formatted(upload))
                .toString();
    }
}
