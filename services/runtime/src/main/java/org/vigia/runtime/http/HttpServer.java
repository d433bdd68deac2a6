package org.vigia.runtime.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.time.Duration;
import java.util.List;

/** The HTTP server of a process. Whatever goes wrong is answered as problem details (RFC 9457). */
public final class HttpServer implements AutoCloseable {

    /** Bytes of request line and headers together; more is answered 431. */
    private static final int HEADERS = 16 << 10;

    private static final Duration IDLE = Duration.ofSeconds(60);

    private final Javalin server;

    private HttpServer(Javalin server) {
        this.server = server;
    }

    /**
     * Starts the server.
     *
     * @param port 0 takes a free one
     * @throws IllegalStateException if the port is taken
     */
    public static HttpServer start(String host, int port, List<? extends HttpRoutes> routes) {
        Javalin server = Javalin.create(config -> configure(config, host, port, routes));
        try {
            server.start();
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "Cannot listen on " + host + ":" + port
                            + ": the port is taken or the address is not this machine's. Choose another --port",
                    e);
        }
        return new HttpServer(server);
    }

    private static void configure(JavalinConfig config, String host, int port, List<? extends HttpRoutes> routes) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.prefer405over404 = true;
        config.jetty.host = host;
        config.jetty.port = port;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setRequestHeaderSize(HEADERS);
            http.setIdleTimeout(IDLE.toMillis());
        });
        ProblemErrorHandler errors = new ProblemErrorHandler();
        config.jetty.modifyServer(jetty -> jetty.setErrorHandler(errors));
        config.jetty.modifyServletContextHandler(handler -> handler.setErrorHandler(errors));
        Problems.answerWith(config.routes);
        routes.forEach(group -> group.addTo(config.routes));
    }

    /** The port that is listened on. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
