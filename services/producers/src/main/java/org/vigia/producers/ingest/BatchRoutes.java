package org.vigia.producers.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.vigia.events.LedgerEntry;
import org.vigia.producers.FeedLoader;
import org.vigia.producers.LoadInput;
import org.vigia.producers.feed.Feed;
import org.vigia.producers.table.FeedFile;
import org.vigia.runtime.access.Audit;
import org.vigia.runtime.access.Caller;
import org.vigia.runtime.access.Guard;
import org.vigia.runtime.http.HttpRoutes;
import org.vigia.runtime.http.ProblemException;

/** Batches: sending one, its receipt, and the rows of it that were refused. */
final class BatchRoutes implements HttpRoutes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Loads loads;
    private final FeedLoader loader;
    private final Spool spool;

    BatchRoutes(Loads loads, FeedLoader loader, Spool spool) {
        this.loads = loads;
        this.loader = loader;
        this.spool = spool;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/v1/feeds/{feed}/batches", this::send);
        routes.get("/v1/batches/{batch}", this::receipt);
        routes.get("/v1/batches/{batch}/rejected", this::rejected);
    }

    private void send(Context context) throws IOException {
        Feed feed = loads.feed(context.pathParam("feed"));
        Caller caller = Guard.caller(context);
        Audit.note(context, "feed", feed.name());
        caller.require("write", feed.name());
        if (!feed.layout().parts().isEmpty()) {
            throw new ProblemException(
                    422,
                    "Not a feed of single files",
                    "A delivery of " + feed.name() + " is several files together. Load it with vigia run.");
        }
        BatchRequest request = BatchRequest.of(context);
        try (Spool.Upload upload = spool.admit(request.length())) {
            FeedFile file = upload.receive(context.req().getInputStream(), request.name(), request.coding());
            Audit.note(context, "bytes", file.size());
            if (file.size() == 0) {
                throw new ProblemException(400, "Empty body", "The body is empty. Send the batch as the body.");
            }
            answer(
                    context,
                    loads.load(feed, LoadInput.of(file).sentBy(caller.name()).named(request.idempotencyKey())));
        }
    }

    /** Answers with a receipt. */
    static void answer(Context context, LedgerEntry entry) {
        Receipt receipt = Receipt.of(entry);
        Audit.note(context, "batch", receipt.batchId());
        context.header("Location", "/v1/batches/" + receipt.batchId()).json(receipt);
    }

    private void receipt(Context context) {
        context.json(Receipt.of(entry(context)));
    }

    private void rejected(Context context) throws IOException {
        LedgerEntry entry = entry(context);
        context.contentType("application/x-ndjson");
        OutputStream out = context.outputStream();
        loader.rejected(entry.getSource().getBatchId(), row -> {
            // To write to the stream itself would close it, and with it what is compressed.
            out.write(JSON.writeValueAsBytes(RejectedRow.of(row)));
            out.write('\n');
            return true;
        });
    }

    /** A batch of a feed that the caller has no part in is no batch to it. */
    private LedgerEntry entry(Context context) {
        String batch = context.pathParam("batch");
        Caller caller = Guard.caller(context);
        @Nullable LedgerEntry entry;
        try {
            entry = loader.account(batch);
        } catch (IOException e) {
            throw Loads.unavailable(e);
        }
        if (entry == null || !(caller.may("read", entry.getFeed()) || caller.may("write", entry.getFeed()))) {
            throw new ProblemException(
                    404,
                    "No such batch",
                    "There is no receipt of this batch. If it was not answered, send the same bytes again.");
        }
        Audit.note(context, "feed", entry.getFeed());
        Audit.note(context, "batch", batch);
        return entry;
    }
}
