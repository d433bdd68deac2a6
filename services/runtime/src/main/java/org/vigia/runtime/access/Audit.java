package org.vigia.runtime.access;

import io.javalin.http.Context;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Writes a line for every call to the log {@code audit}: who, what, and how it ended. As JSON each part is a field of its
 * own. Credentials are never written.
 */
public final class Audit {

    private static final Logger log = LoggerFactory.getLogger("audit");
    private static final String NOTES = "vigia.audit";
    private static final int REFUSED = 400;
    private static final int LONGEST = 300;

    Audit() {}

    /** Adds a part to the line of a call. */
    public static void note(Context context, String name, Object value) {
        Map<String, String> notes = context.attribute(NOTES);
        if (notes == null) {
            notes = new TreeMap<>();
            context.attribute(NOTES, notes);
        }
        notes.put(name, clean(String.valueOf(value)));
    }

    void answered(Context context, @Nullable Caller caller) {
        int status = context.statusCode();
        String outcome = status < REFUSED ? "accepted" : "refused";
        Map<String, String> parts = new TreeMap<>();
        parts.put("caller", caller == null ? "unknown" : clean(caller.name()));
        parts.put("from", context.ip());
        parts.put("method", clean(context.method().toString()));
        parts.put("path", clean(context.path()));
        parts.put("status", Integer.toString(status));
        Map<String, String> notes = context.attribute(NOTES);
        if (notes != null) {
            parts.putAll(notes);
        }
        StringBuilder text = new StringBuilder(outcome);
        LoggingEventBuilder event = log.atInfo().addKeyValue("outcome", outcome);
        for (Map.Entry<String, String> part : parts.entrySet()) {
            text.append(' ').append(part.getKey()).append('=').append(part.getValue());
            event = event.addKeyValue(part.getKey(), part.getValue());
        }
        event.log(text.toString());
    }

    /** Without blanks and control characters, so that nobody can write lines or parts of their own into the audit. */
    private static String clean(String text) {
        String shortened = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
        return shortened.replaceAll("[^\\p{Graph}\\p{IsAlphabetic}\\p{IsDigit}]+", "_");
    }
}
