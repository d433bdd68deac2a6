package org.vigia.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with a request, and whoever finds it, the answer is problem details. */
class ProblemsTest {

    private static HttpServer server;

    @BeforeAll
    static void start() {
        server = HttpServer.start("127.0.0.1", 0, List.of(routes -> {
            routes.get("/good", context -> context.result("good"));
            routes.post("/busy", context -> {
                throw new ProblemException(Problem.of(429, "Busy", "Come back."), Map.of("Retry-After", "5"));
            });
            routes.get("/defect", context -> {
                throw new IllegalStateException("secret of the inside");
            });
        }));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            404 | GET /nothing HTTP/1.1            | /openapi.json
            405 | DELETE /good HTTP/1.1            | GET
            429 | POST /busy HTTP/1.1              | Come back.
            500 | GET /defect HTTP/1.1             | This is a defect of the server
            400 | GET /%zz HTTP/1.1                |
            404 | GET /a%2fb HTTP/1.1              |
            400 | GET /%2e%2e/%2e%2e/etc HTTP/1.1  |
            400 | G@T / HTTP/1.1                   |
            505 | GET / HTTP/9.7                   |
            """)
    void isAProblem(int status, String requestLine, String detail) throws IOException {
        Answer answer = send(requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer.head).startsWith("HTTP/1.1 " + status).containsIgnoringCase("application/problem+json");
        assertThat(answer.body.path("status").intValue()).isEqualTo(status);
        assertThat(answer.body.path("title").asText()).isNotBlank();
        assertThat(answer.body.path("detail").asText())
                .isNotBlank()
                .contains(detail == null ? "" : detail)
                .doesNotContain("secret of the inside");
    }

    @Test
    void headersThatAreTooLargeAreAProblem() throws IOException {
        Answer answer = send(
                "GET /good HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");

        assertThat(answer.head).startsWith("HTTP/1.1 431").containsIgnoringCase("application/problem+json");
        assertThat(answer.body.path("detail").asText()).contains("headers");
    }

    @Test
    void furtherHeadersAreSent() throws IOException {
        assertThat(send("POST /busy HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                        .head)
                .contains("Retry-After: 5");
    }

    private record Answer(String head, JsonNode body) {}

    private static Answer send(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int end = answer.indexOf("\r\n\r\n");
            return new Answer(
                    end < 0 ? answer : answer.substring(0, end),
                    new ObjectMapper().readTree(end < 0 ? "" : answer.substring(end)));
        }
    }
}
