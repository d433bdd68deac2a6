package org.vigia.producers;

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
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vigia.events.AuditEntry;
import org.vigia.producers.feed.FeedCatalogue;
import org.vigia.producers.ingest.IngestLimits;
import org.vigia.producers.ingest.IngestRoutes;
import org.vigia.producers.ingest.Spool;
import org.vigia.producers.redrive.Redrive;
import org.vigia.runtime.access.Access;
import org.vigia.runtime.http.HttpServer;

/** The HTTP side of the producers on topics in memory. */
final class Api implements AutoCloseable {

    static final String HEADER = "seizure_id,occurred_at,country,substance,quantity,unit\n";
    static final IngestLimits LIMITS = new IngestLimits(4, 64 << 20, 128 << 20);

    final Bench bench;
    /** Calls that were written down. */
    final List<AuditEntry> audit = new CopyOnWriteArrayList<>();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path directory;
    private final IngestLimits limits;
    private final Access access;
    private Served server;

    Api(Path directory) {
        this(directory, LIMITS, Access.open());
    }

    Api(Path directory, IngestLimits limits, Access access) {
        this.directory = directory;
        this.limits = limits;
        this.access = access;
        bench = new Bench(directory);
        server = serve();
    }

    private record Served(HttpServer http, IngestRoutes routes) implements AutoCloseable {

        int port() {
            return http.port();
        }

        @Override
        public void close() {
            http.close();
            routes.close();
        }
    }

    private Served serve() {
        try {
            Spool spool = new Spool(spool(), limits);
            IngestRoutes routes = routes(spool);
            return new Served(HttpServer.start("127.0.0.1", 0, List.of(routes)), routes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    IngestRoutes routes(Spool spool) {
        Redrive redrive = new Redrive(bench.loader());
        return new IngestRoutes(FeedCatalogue.shipped(), bench.loader(), spool, redrive, access, audit::add);
    }

    Path spool() {
        return directory.resolve("spool");
    }

    /** Starts anew on another machine: only the topics are as they were. */
    void restart() {
        server.close();
        bench.restart("index-" + System.nanoTime());
        server = serve();
    }

    record Answer(int status, String type, String body, HttpResponse<String> response) {

        JsonNode json() {
            return parse(body);
        }

        /** Counts in the order accepted, unchanged, revised, retracted, rejected. */
        String counts() {
            JsonNode receipt = json();
            return receipt.get("accepted") + " " + receipt.get("unchanged") + " " + receipt.get("revised") + " "
                    + receipt.get("retracted") + " " + receipt.get("rejected");
        }
    }

    static JsonNode parse(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError("No JSON: " + text, e);
        }
    }

    Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    Answer post(String path, String body, String... headers) {
        return post(path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Answer post(String path, byte[] body, String... headers) {
        return send(request(path, headers).POST(BodyPublishers.ofByteArray(body)));
    }

    Answer event(String path, String json, String... headers) {
        HttpRequest.Builder request = request(path, headers);
        return send(request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofMinutes(1));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("content-type").orElse(""),
                    response.body(),
                    response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A connection to say anything over. */
    Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.port());
    }

    /** Says something over a connection of its own, and returns everything that comes back until it is closed. */
    String raw(byte[] request) throws IOException {
        try (Socket socket = connect();
                InputStream in = socket.getInputStream()) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        server.close();
        bench.close();
    }
}
