package org.vigia.schemas.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends requests to whichever of a registry's addresses answers, again and again with growing pauses, for a bounded
 * time. Every request of the protocol may be sent twice without harm.
 */
final class RegistryTransport {

    private static final Logger log = LoggerFactory.getLogger(RegistryTransport.class);
    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final Set<Integer> RETRIED = Set.of(408, 429, 500, 502, 503, 504);
    private static final long FIRST_PAUSE_MS = 100;
    private static final long LONGEST_PAUSE_MS = 5_000;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ClientSettings settings;
    private final HttpClient http;
    /** The address that answered last; racing threads may both change it, and either choice will do. */
    private volatile int preferred;

    RegistryTransport(ClientSettings settings) {
        this.settings = settings;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(settings.connectTimeout());
        settings.tls().context().ifPresent(builder::sslContext);
        this.http = builder.build();
    }

    /**
     * Sends a request until it is answered.
     *
     * @param body JSON to send, or null for none
     * @throws RegistryException if the registry refuses
     * @throws RegistryUnavailableException if no address answered in time
     */
    JsonNode send(String method, String path, @Nullable JsonNode body) {
        long deadline = System.nanoTime() + settings.totalTimeout().toNanos();
        long pause = FIRST_PAUSE_MS;
        while (true) {
            Failure failure = null;
            int first = preferred;
            for (int i = 0; i < settings.urls().size(); i++) {
                int index = (first + i) % settings.urls().size();
                try {
                    HttpResponse<byte[]> response = exchange(settings.urls().get(index), method, path, body, deadline);
                    if (!RETRIED.contains(response.statusCode())) {
                        preferred = index;
                        return answer(response);
                    }
                    failure = new Failure("status " + response.statusCode(), null);
                } catch (IOException e) {
                    failure = new Failure(e.toString(), e);
                }
            }
            if (System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pause) >= deadline) {
                throw new RegistryUnavailableException(
                        "No answer from the schema registry at " + settings.urls() + " in "
                                + settings.totalTimeout().toMillis() + " ms, last: " + failure,
                        failure == null ? null : failure.cause());
            }
            log.warn("The schema registry at {} does not answer ({}); trying again", settings.urls(), failure);
            sleep(ThreadLocalRandom.current().nextLong(pause / 2, pause + 1));
            pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
        }
    }

    private HttpResponse<byte[]> exchange(URI url, String method, String path, @Nullable JsonNode body, long deadline)
            throws IOException {
        Duration left = Duration.ofNanos(Math.max(1_000_000, deadline - System.nanoTime()));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(left.compareTo(settings.readTimeout()) < 0 ? left : settings.readTimeout())
                .header("Accept", CONTENT_TYPE + ", application/json")
                .header("Content-Type", CONTENT_TYPE)
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(MAPPER.writeValueAsBytes(body)));
        settings.authorization().ifPresent(value -> request.header("Authorization", value));
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static JsonNode answer(HttpResponse<byte[]> response) throws IOException {
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            return MAPPER.readTree(response.body());
        }
        JsonNode error;
        try {
            error = MAPPER.readTree(response.body());
        } catch (JsonProcessingException notFromARegistry) {
            error = MAPPER.createObjectNode();
        }
        throw new RegistryException(
                error.path("error_code").asInt(status),
                error.path("message").asText("HTTP status " + status + " from " + response.uri()));
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private record Failure(String what, @Nullable Throwable cause) {
        @Override
        public String toString() {
            return what;
        }
    }
}
