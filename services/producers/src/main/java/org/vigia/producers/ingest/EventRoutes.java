package org.vigia.producers.ingest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.vigia.events.LedgerEntry;
import org.vigia.producers.LoadInput;
import org.vigia.producers.feed.Feed;
import org.vigia.runtime.access.Audit;
import org.vigia.runtime.access.Caller;
import org.vigia.runtime.access.Guard;
import org.vigia.runtime.http.HttpRoutes;
import org.vigia.runtime.http.ProblemException;

/** Single events as JSON, taken whole or not at all. */
final class EventRoutes implements HttpRoutes, AutoCloseable {

    /** Bytes of a body; an event may have no more anyway. */
    private static final int LARGEST = 1 << 20;

    private final Loads loads;
    private final EventQueue.Loader loader;
    private final Map<String, EventSchema> schemas = new HashMap<>();
    private final Map<String, EventQueue> queues = new ConcurrentHashMap<>();

    EventRoutes(Loads loads, EventQueue.Loader loader) {
        this.loads = loads;
        this.loader = loader;
        EventShape.ALL.forEach(shape -> schemas.put(shape.schema(), EventSchema.named(shape.schema())));
    }

    @Override
    public void addTo(RoutesConfig routes) {
        for (EventShape shape : EventShape.ALL) {
            EventSchema schema = schemas.get(shape.schema());
            if (schema != null) {
                routes.post("/v1/" + shape.path(), context -> send(context, shape, schema));
                routes.get(
                        "/schemas/" + shape.schema() + ".json",
                        context ->
                                context.contentType("application/schema+json").result(schema.text()));
            }
        }
    }

    private void send(Context context, EventShape shape, EventSchema schema) throws IOException {
        Feed feed = loads.feed(shape.feed());
        Caller caller = Guard.caller(context);
        Audit.note(context, "feed", feed.name());
        caller.require("write", feed.name());
        BatchRequest.requireJson(context);
        String key = BatchRequest.key(context.header("Idempotency-Key"));
        LoadInput event = shape.input(schema.read(body(context)))
                .asWhole()
                .sentBy(caller.name())
                .named(key);
        Audit.note(context, "bytes", event.file().size());
        CompletableFuture<LedgerEntry> landed = queues.computeIfAbsent(
                        feed.name(), ignored -> new EventQueue(feed, loader, EventQueue.MOST_WAITING))
                .add(event);
        // The thread serves others until Kafka has acknowledged.
        context.future(() -> landed.thenAccept(account -> BatchRoutes.answer(context, account)));
    }

    @Override
    public void close() {
        queues.values().forEach(EventQueue::close);
    }

    private static byte[] body(Context context) throws IOException {
        ContentCoding coding = ContentCoding.named(context.header("Content-Encoding"));
        if (coding != ContentCoding.IDENTITY) {
            throw new ProblemException(415, "Content-Encoding not taken", "Send a single event unpacked.");
        }
        byte[] body = context.req().getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new ProblemException(
                    413,
                    "The event is too large",
                    "A single event has at most " + LARGEST + " bytes. Send larger ones as a batch.");
        }
        return body;
    }
}
