package org.vigia.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.vigia.schemas.registry.FakeRegistry.Reply;
import org.vigia.schemas.registry.FakeRegistry.Request;
import org.vigia.schemas.serde.AvroDeserializer;

class HttpRegistryClientTest {

    private static final Schema SCHEMA =
            SchemaBuilder.record("R").fields().requiredInt("a").endRecord();
    private static final Reply ID = new Reply(200, "{\"id\":7}");
    private static final byte[] RECORD = {0, 0, 0, 0, 7, 2};

    @Test
    void aSchemaIsRegisteredOnceAndUnderAnEncodedSubject() {
        try (FakeRegistry server = new FakeRegistry(request -> ID)) {
            RegistryClient client = client(server.url());
            assertThat(client.register("a/b c-value", SCHEMA)).isEqualTo(7);
            assertThat(client.register("a/b c-value", SCHEMA)).isEqualTo(7);
            assertThat(server.requests()).hasSize(1);
            Request request = server.requests().element();
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo("/subjects/a%2Fb%20c-value/versions?normalize=false");
            assertThat(request.body())
                    .isEqualTo("{\"schema\":\"" + SCHEMA.toString().replace("\"", "\\\"") + "\"}");
        }
    }

    @Test
    void schemasAreNormalizedIfAsked() {
        try (FakeRegistry server = new FakeRegistry(request -> ID)) {
            client(server.url(), "normalize.schemas", "true").lookup("s", SCHEMA);
            assertThat(server.requests().element().path()).isEqualTo("/subjects/s?normalize=true&deleted=false");
        }
    }

    @Test
    void manyThreadsShareOneCall() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (FakeRegistry server = new FakeRegistry(request -> {
                    awaitQuietly(asked);
                    return ID;
                });
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            RegistryClient client = client(server.url());
            CountDownLatch started = new CountDownLatch(4);
            List<Future<Integer>> ids = new ArrayList<>();
            Callable<Integer> task = () -> {
                started.countDown();
                return client.register("s", SCHEMA);
            };
            for (int i = 0; i < 4; i++) {
                ids.add(threads.submit(task));
            }
            started.await();
            asked.countDown();
            for (Future<Integer> id : ids) {
                assertThat(id.get()).isEqualTo(7);
            }
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void referencesAreFetched() {
        try (FakeRegistry server = new FakeRegistry(request -> new Reply(
                200,
                request.path().startsWith("/schemas/ids/7")
                        ? "{\"schema\":\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"W\\\",\\\"fields\\\":"
                                + "[{\\\"name\\\":\\\"p\\\",\\\"type\\\":\\\"P\\\"}]}\","
                                + "\"references\":[{\"name\":\"P\",\"subject\":\"p\",\"version\":3}]}"
                        : "{\"schema\":\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"P\\\",\\\"fields\\\":[]}\"}"))) {
            Schema schema = client(server.url()).byId(7);
            assertThat(schema.getField("p").schema().getType()).isEqualTo(Schema.Type.RECORD);
            assertThat(server.requests()).extracting(Request::path).contains("/subjects/p/versions/3?deleted=true");
        }
    }

    @Test
    void anAddressThatDoesNotAnswerIsLeftForTheNext() throws Exception {
        try (FakeRegistry server = new FakeRegistry(request -> ID)) {
            assertThat(client("http://127.0.0.1:" + closedPort() + "," + server.url())
                            .register("s", SCHEMA))
                    .isEqualTo(7);
        }
    }

    @Test
    void passingTroubleIsTriedAgain() {
        for (int status : List.of(408, 429, 500, 502, 503, 504)) {
            AtomicInteger calls = new AtomicInteger();
            try (FakeRegistry server =
                    new FakeRegistry(request -> calls.incrementAndGet() < 3 ? new Reply(status, "busy") : ID)) {
                assertThat(client(server.url()).register("s", SCHEMA)).isEqualTo(7);
                assertThat(calls).hasValue(3);
            }
        }
    }

    @Test
    void lastingTroubleMeansUnavailable() throws Exception {
        RegistryClient client = client("http://127.0.0.1:" + closedPort(), ClientSettings.TOTAL_TIMEOUT, "300");
        assertThatThrownBy(() -> client.register("s", SCHEMA))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("300 ms");
    }

    @Test
    void aRefusalIsNotTriedAgainAndNotRemembered() {
        AtomicInteger calls = new AtomicInteger();
        try (FakeRegistry server = new FakeRegistry(request -> calls.incrementAndGet() == 1
                ? new Reply(409, "{\"error_code\":409,\"message\":\"incompatible\"}")
                : ID)) {
            RegistryClient client = client(server.url());
            assertThatThrownBy(() -> client.register("s", SCHEMA))
                    .isInstanceOfSatisfying(
                            RegistryException.class,
                            e -> assertThat(e.errorCode()).isEqualTo(409))
                    .hasMessageContaining("incompatible");
            assertThat(client.register("s", SCHEMA)).isEqualTo(7);
        }
    }

    @Test
    void credentialsAreSent() {
        try (FakeRegistry server = new FakeRegistry(request -> ID)) {
            client(server.url(), "basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info", "u:p")
                    .register("s", SCHEMA);
            client("http://u:q@127.0.0.1:" + server.port()).register("s", SCHEMA);
            client(
                            server.url(),
                            "bearer.auth.credentials.source",
                            "STATIC_TOKEN",
                            "schema.registry.bearer.auth.token",
                            "token")
                    .register("s", SCHEMA);
            assertThat(server.requests())
                    .extracting(Request::authorization)
                    .containsExactly("Basic dTpw", "Basic dTpx", "Bearer token");
        }
    }

    @Test
    void anOutageAndAMissingPermissionDoNotMakeARecordBad() throws Exception {
        assertThatThrownBy(() -> read("http://127.0.0.1:" + closedPort(), ClientSettings.TOTAL_TIMEOUT, "300"))
                .isExactlyInstanceOf(RegistryUnavailableException.class);
        for (int status : List.of(401, 403, 404)) {
            try (FakeRegistry server = new FakeRegistry(request -> new Reply(status, "<html>no</html>"))) {
                assertThatThrownBy(() -> read(server.url())).isExactlyInstanceOf(RegistryException.class);
            }
        }
    }

    @Test
    void aSchemaThatTheRegistryDoesNotHaveMakesTheRecordBad() {
        try (FakeRegistry server = new FakeRegistry(
                request -> new Reply(404, "{\"error_code\":40403,\"message\":\"Schema 7 not found\"}"))) {
            assertThatThrownBy(() -> read(server.url()))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("id 7");
        }
    }

    @Test
    void settingsThatCannotBeUsedAreNamed() {
        for (Map.Entry<String, String> bad : Map.of(
                        "basic.auth.credentials.source", "SASL_INHERIT",
                        "bearer.auth.credentials.source", "OAUTHBEARER",
                        "http.read.timeout.ms", "soon",
                        "schema.registry.ssl.truststore.location", "/no/such/file")
                .entrySet()) {
            assertThatThrownBy(() -> client("http://localhost:1", bad.getKey(), bad.getValue()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(bad.getValue());
        }
        for (String url : List.of("", "localhost:8081", "ftp://x")) {
            assertThatThrownBy(() -> client(url))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("schema.registry.url");
        }
    }

    @Test
    void equalSettingsShareAClient() {
        assertThat(client("http://localhost:1")).isSameAs(client("http://localhost:1/"));
        assertThat(client("http://localhost:1")).isNotSameAs(client("http://localhost:1", "normalize.schemas", "true"));
    }

    private static void read(String url, String... settings) {
        try (AvroDeserializer<GenericRecord> deserializer = new AvroDeserializer<>()) {
            deserializer.configure(configuration(url, settings), false);
            deserializer.deserialize("t", RECORD);
        }
    }

    private static RegistryClient client(String url, String... settings) {
        return RegistryClients.from(configuration(url, settings));
    }

    private static Map<String, String> configuration(String url, String... settings) {
        Map<String, String> configuration = new HashMap<>();
        configuration.put("schema.registry.url", url);
        for (int i = 0; i < settings.length; i += 2) {
            configuration.put(settings[i], settings[i + 1]);
        }
        return configuration;
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
