package org.vigia.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.vigia.runtime.metrics.Metrics;

class HttpServerTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void readinessFollowsItsParts() throws Exception {
        AtomicBoolean ready = new AtomicBoolean(false);
        HealthCheck check = new HealthCheck("trends", () -> true, ready::get);
        try (Metrics metrics = new Metrics();
                HttpServer server = start(0, metrics, List.of(check))) {
            assertThat(get(server, "/health/ready").statusCode()).isEqualTo(503);
            assertThat(get(server, "/health/live").statusCode()).isEqualTo(200);

            ready.set(true);

            HttpResponse<String> answer = get(server, "/health/ready");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"trends\":true}");
        }
    }

    @Test
    void metricsAreOfferedToPrometheusWithoutWhatNobodyLooksAt() throws Exception {
        try (Metrics metrics = new Metrics();
                HttpServer server = start(0, metrics, List.of())) {
            metrics.registry().counter("kafka.stream.some.internal.figure").increment();
            metrics.registry().counter("vigia.rows", "feed", "test").increment(3);

            HttpResponse<String> answer = get(server, "/metrics");

            assertThat(answer.headers().firstValue("content-type"))
                    .hasValueSatisfying(t -> assertThat(t).startsWith("text/plain"));
            assertThat(answer.body())
                    .contains("vigia_rows_total{feed=\"test\"} 3.0")
                    .contains("jvm_memory_used_bytes")
                    .doesNotContain("internal_figure");
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() throws Exception {
        try (Metrics metrics = new Metrics();
                HttpServer first = start(0, metrics, List.of())) {
            int port = first.port();

            assertThatThrownBy(() -> start(port, metrics, List.of()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("127.0.0.1:" + port)
                    .hasMessageContaining("--port");
        }
    }

    private static HttpServer start(int port, Metrics metrics, List<HealthCheck> checks) {
        return HttpServer.start("127.0.0.1", port, List.of(new OperationsRoutes(metrics, checks)));
    }

    private HttpResponse<String> get(HttpServer server, String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
