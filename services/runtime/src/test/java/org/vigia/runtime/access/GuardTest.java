package org.vigia.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.vigia.events.AuditEntry;
import org.vigia.runtime.http.HttpRoutes;
import org.vigia.runtime.http.HttpServer;
import org.vigia.runtime.settings.InvalidSettingException;
import org.vigia.runtime.settings.Settings;

/** The way from a request to a caller, and what the audit says of it. */
@ResourceLock("audit")
class GuardTest {

    private final List<AuditEntry> trail = new CopyOnWriteArrayList<>();

    @TempDir
    Path directory;

    private final ApiKey key = ApiKey.create("harbour-1");

    @Test
    void letsKnownCallersThroughAndWritesBothKindsToTheAudit() throws IOException {
        ListAppender<ILoggingEvent> audit = listen();
        try (HttpServer server = start(access())) {
            assertThat(get(server, "/v1/harbour", "Authorization: Bearer " + key.text()))
                    .startsWith("HTTP/1.1 200");
            assertThat(get(server, "/v1/airport", "Authorization: Bearer " + key.text()))
                    .startsWith("HTTP/1.1 403")
                    .contains("write:airport");
            assertThat(get(
                            server,
                            "/v1/harbour",
                            "Authorization: Bearer "
                                    + ApiKey.create("harbour-1").text()))
                    .startsWith("HTTP/1.1 401")
                    .contains("WWW-Authenticate: Bearer");
            assertThat(get(server, "/v1/harbour", "X: y")).startsWith("HTTP/1.1 401");
            assertThat(get(server, "/v1/nothing/here%0d%0aaccepted", "X: y")).startsWith("HTTP/1.1 4");
            assertThat(get(server, "/public", "X: y")).startsWith("HTTP/1.1 200");
        }

        assertThat(audit.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("accepted caller=key:harbour-1 from=")
                                .contains("path=/v1/harbour status=200"),
                        line -> assertThat(line)
                                .startsWith("refused caller=key:harbour-1")
                                .contains("status=403"),
                        line -> assertThat(line)
                                .startsWith("refused caller=unknown")
                                .contains("reason=wrong_secret_for_key_harbour-1"),
                        line -> assertThat(line).contains("reason=no_credentials"),
                        line -> assertThat(line).startsWith("refused").doesNotContain("\n"));
        assertThat(audit.list.toString()).doesNotContain(key.secret());
        assertThat(audit.list.getFirst().getKeyValuePairs()).anyMatch(pair -> pair.key.equals("caller"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example",
                "Host: 127.0.0.1.evil.example",
                "Origin: http://evil.example",
                "Origin: null"
            })
    void withoutRulesNoPageOfAnotherSiteIsServed(String header) throws IOException {
        try (HttpServer server = start(Access.open())) {
            assertThat(get(server, "/v1/harbour", header)).startsWith("HTTP/1.1 403");
            assertThat(get(server, "/v1/harbour", "X: y")).startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "10.1.2.3", "no such host"})
    void anAddressThatOthersReachNeedsRules(String host) {
        assertThatThrownBy(() -> Access.from(Settings.read(Map.of("host", host), Map.of(), null)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("access.keys");
    }

    @Test
    void theLoopbackAddressNeedsNone() {
        assertThat(Access.from(Settings.read(Map.of(), Map.of(), null)).isOpen())
                .isTrue();
        assertThat(Access.from(Settings.read(Map.of("host", "::1"), Map.of(), null))
                        .isOpen())
                .isTrue();
    }

    @Test
    void keysOfAnIssuerAreNotFetchedOverAnOpenWire() {
        Settings settings = Settings.read(
                Map.of(
                        "access.issuer", "https://issuer.example",
                        "access.audience", "vigia",
                        "access.jwks", "http://issuer.example/keys"),
                Map.of(),
                null);

        assertThatThrownBy(() -> Access.from(settings))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("https://");
    }

    @Test
    void everyCallIsInTheTrailWithWhatBecameOfItAndNoCredentials() throws IOException {
        try (HttpServer server = start(access())) {
            get(server, "/v1/harbour", "Authorization: Bearer " + key.text());
            get(server, "/v1/airport", "Authorization: Bearer " + key.text());
            get(server, "/v1/harbour", "Authorization: Bearer made-up-secret");
        }

        assertThat(trail)
                .extracting(entry -> entry.getCaller() + " " + entry.getOutcome() + " " + entry.getStatus() + " "
                        + entry.getMethod() + " " + entry.getPath())
                .containsExactly(
                        "key:harbour-1 ACCEPTED 200 GET /v1/harbour",
                        "key:harbour-1 REFUSED 403 GET /v1/airport",
                        "unknown REFUSED 401 GET /v1/harbour");
        assertThat(trail.get(1).getReason()).isEqualTo("Not allowed");
        assertThat(trail)
                .allSatisfy(entry -> assertThat(entry.getRemoteAddress()).isEqualTo("127.0.0.1"));
        assertThat(trail.toString()).doesNotContain(key.text()).doesNotContain("made-up-secret");
    }

    private Access access() throws IOException {
        Path file = Files.writeString(
                directory.resolve("keys.yaml"),
                "keys: [{id: harbour-1, sha256: %s, scopes: ['write:harbour']}]".formatted(key.hash()));
        return Access.from(Settings.read(Map.of("access.keys", file.toString()), Map.of(), null));
    }

    private HttpServer start(Access access) {
        return HttpServer.start("127.0.0.1", 0, List.<HttpRoutes>of(new Guard(access, "/v1/", trail::add), routes -> {
            routes.get("/v1/{resource}", context -> {
                Guard.caller(context).require("write", context.pathParam("resource"));
                context.result("done");
            });
            routes.get("/public", context -> context.result("done"));
        }));
    }

    private static ListAppender<ILoggingEvent> listen() {
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        Logger audit = (Logger) LoggerFactory.getLogger("audit");
        audit.setLevel(Level.INFO);
        audit.addAppender(appender);
        return appender;
    }

    private static String get(HttpServer server, String path, String header) throws IOException {
        String host = header.startsWith("Host:") ? "" : "Host: 127.0.0.1\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                InputStream in = socket.getInputStream()) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\n" + host + header + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
