package org.vigia.runtime.access;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.vigia.events.AuditEntry;
import org.vigia.events.AuditOutcome;
import org.vigia.runtime.http.Problem;

/**
 * Writes a line for every call to the log {@code audit}, and an entry to the audit trail: who, what, and how it ended. As JSON
 * each part of the line is a field of its own. Credentials are never written.
 */
public final class Audit {

    private static final Logger log = LoggerFactory.getLogger("audit");
    private static final String NOTES = "vigia.audit";
    private static final int REFUSED = 400;
    private static final int LONGEST = 300;

    private final AuditTrail trail;

    Audit(AuditTrail trail) {
        this.trail = trail;
    }

    /** Adds a part to what is written of a call; {@code feed}, {@code batch} and {@code reason} are told apart. */
    public static void note(Context context, String name, Object value) {
        Map<String, String> notes = context.attribute(NOTES);
        if (notes == null) {
            notes = new TreeMap<>();
            context.attribute(NOTES, notes);
        }
        notes.put(name, shorten(String.valueOf(value)));
    }

    void answered(Context context, @Nullable Caller caller) {
        Map<String, String> notes = new TreeMap<>();
        Map<String, String> noted = context.attribute(NOTES);
        if (noted != null) {
            notes.putAll(noted);
        }
        int status = context.statusCode();
        String problem = context.attribute(Problem.ANSWERED);
        if (problem != null) {
            notes.putIfAbsent("reason", problem);
        }
        AuditEntry entry = new AuditEntry(
                caller == null ? "unknown" : shorten(caller.name()),
                Instant.now(),
                context.ip(),
                context.method().toString(),
                shorten(context.path()),
                notes.remove("feed"),
                status < REFUSED ? AuditOutcome.ACCEPTED : AuditOutcome.REFUSED,
                status,
                notes.remove("batch"),
                notes.remove("reason"),
                notes);
        write(entry);
        trail.add(entry);
    }

    private static void write(AuditEntry entry) {
        Map<String, String> parts = new TreeMap<>(entry.getDetails());
        parts.put("caller", entry.getCaller());
        parts.put("from", entry.getRemoteAddress());
        parts.put("method", entry.getMethod());
        parts.put("path", entry.getPath());
        parts.put("status", Integer.toString(entry.getStatus()));
        put(parts, "feed", entry.getFeed());
        put(parts, "batch", entry.getBatchId());
        put(parts, "reason", entry.getReason());
        String outcome = entry.getOutcome().name().toLowerCase(Locale.ROOT);
        StringBuilder text = new StringBuilder(outcome);
        LoggingEventBuilder event = log.atInfo().addKeyValue("outcome", outcome);
        for (Map.Entry<String, String> part : parts.entrySet()) {
            String value = clean(part.getValue());
            text.append(' ').append(part.getKey()).append('=').append(value);
            event = event.addKeyValue(part.getKey(), value);
        }
        event.log(text.toString());
    }

    private static void put(Map<String, String> parts, String name, @Nullable String value) {
        if (value != null) {
            parts.put(name, value);
        }
    }

    private static String shorten(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }

    /** Without blanks and control characters, so that nobody can write lines or parts of their own into the log. */
    private static String clean(String text) {
        return text.replaceAll("[^\\p{Graph}\\p{IsAlphabetic}\\p{IsDigit}]+", "_");
    }
}
