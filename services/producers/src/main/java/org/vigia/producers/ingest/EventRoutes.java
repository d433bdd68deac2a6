package org.vigia.producers.ingest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.vigia.producers.LoadInput;
import org.vigia.producers.feed.Feed;
import org.vigia.producers.table.FeedFile;
import org.vigia.runtime.access.Audit;
import org.vigia.runtime.access.Caller;
import org.vigia.runtime.access.Guard;
import org.vigia.runtime.http.HttpRoutes;
import org.vigia.runtime.http.ProblemException;

/** Single events as JSON, taken whole or not at all. */
final class EventRoutes implements HttpRoutes {

    /** Bytes of a body; an event may have no more anyway. */
    private static final int LARGEST = 1 << 20;

    private final Loads loads;
    private final Spool spool;
    private final Map<String, EventSchema> schemas = new HashMap<>();

    EventRoutes(Loads loads, Spool spool) {
        this.loads = loads;
        this.spool = spool;
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
        caller.require("write", feed.name());
        BatchRequest.requireJson(context);
        String key = BatchRequest.key(context.header("Idempotency-Key"));
        byte[] rows = shape.rows(schema.read(body(context)));
        try (Spool.Upload upload = spool.admit(rows.length)) {
            FeedFile file =
                    upload.receive(new ByteArrayInputStream(rows), shape.schema() + ".jsonl", ContentCoding.IDENTITY);
            Audit.note(context, "bytes", file.size());
            BatchRoutes.answer(
                    context,
                    loads.load(
                            feed,
                            LoadInput.of(file).asWhole().sentBy(caller.name()).named(key)));
        }
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
