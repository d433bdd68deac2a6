package org.vigia.producers.ingest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigia.producers.FeedLoader;
import org.vigia.producers.feed.Feed;
import org.vigia.producers.redrive.Redrive;
import org.vigia.producers.redrive.Selection;
import org.vigia.runtime.access.Audit;
import org.vigia.runtime.access.Caller;
import org.vigia.runtime.access.Guard;
import org.vigia.runtime.http.HttpRoutes;
import org.vigia.runtime.http.ProblemException;

/** Rows that were refused and not mended since, and sending them again. */
final class RejectedRoutes implements HttpRoutes {

    private static final int LARGEST = 4 << 20;
    private static final String EXAMPLE = "Send {\"feed\": \"vigia-seizures\", \"reason\": \"UNKNOWN_UNIT\","
            + " \"send\": false}; reason and send may be left out.";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Loads loads;
    private final FeedLoader loader;
    private final Redrive redrive;

    RejectedRoutes(Loads loads, FeedLoader loader, Redrive redrive) {
        this.loads = loads;
        this.loader = loader;
        this.redrive = redrive;
    }

    private record Order(
            @Nullable @JsonProperty("feed") String feed,
            @Nullable @JsonProperty("reason") String reason,
            @JsonProperty("send") boolean send,
            @Nullable @JsonProperty("mended") Map<String, String> mended) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/v1/rejected", this::list);
        routes.post("/v1/rejected/redrive", this::redrive);
    }

    private void list(Context context) throws IOException {
        Feed feed = feed(context.queryParam("feed"));
        Audit.note(context, "feed", feed.name());
        Caller caller = Guard.caller(context);
        if (!caller.may("write", feed.name()) && !caller.may("redrive", feed.name())) {
            caller.require("read", feed.name());
        }
        String reason = context.queryParam("reason");
        Selection selection = selection(reason, null);
        context.contentType("application/x-ndjson");
        OutputStream out = context.outputStream();
        try {
            loader.openRejections(feed, row -> {
                // Named by nobody, rows left out on purpose are shown too: nothing is hidden.
                if (reason == null || selection.has(row)) {
                    out.write(JSON.writeValueAsBytes(RejectedRow.of(row)));
                    out.write('\n');
                }
                return true;
            });
        } catch (IOException e) {
            throw Loads.unavailable(e);
        }
    }

    private void redrive(Context context) throws IOException {
        BatchRequest.requireJson(context);
        Order order = order(context);
        Feed feed = feed(order.feed());
        Audit.note(context, "feed", feed.name());
        Guard.caller(context).require("redrive", feed.name());
        Audit.note(context, "sent", order.send());
        try {
            context.json(redrive.run(feed, selection(order.reason(), order.mended()), order.send()));
        } catch (IOException e) {
            throw Loads.unavailable(e);
        }
    }

    private static Order order(Context context) throws IOException {
        byte[] body = context.req().getInputStream().readNBytes(LARGEST);
        try {
            Order order = JSON.readValue(body, Order.class);
            if (order != null) {
                return order;
            }
        } catch (JsonProcessingException e) {
            throw new ProblemException(
                    400, "No such order", "The body cannot be read: " + e.getOriginalMessage() + ". " + EXAMPLE);
        }
        throw new ProblemException(400, "No such order", EXAMPLE);
    }

    private Feed feed(@Nullable String name) {
        if (name == null) {
            throw new ProblemException(400, "No feed named", "Name the feed, for example feed=vigia-seizures.");
        }
        return loads.feed(name);
    }

    private static Selection selection(@Nullable String reason, @Nullable Map<String, String> mended) {
        try {
            return Selection.of(reason, mended == null ? Map.of() : mended);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(400, "No such reason", String.valueOf(e.getMessage()));
        }
    }
}
