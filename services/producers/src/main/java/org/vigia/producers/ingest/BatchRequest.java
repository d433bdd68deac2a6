package org.vigia.producers.ingest;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigia.runtime.http.Problem;
import org.vigia.runtime.http.ProblemException;

/**
 * What the head of a request says of its body.
 *
 * @param name the name of the file, which is only ever a name
 * @param coding how it is packed for the way
 * @param idempotencyKey what the sender named the request, or null
 * @param length bytes, or less than none if it does not say
 */
record BatchRequest(
        String name, ContentCoding coding, @Nullable String idempotencyKey, long length) {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N} ._()+,=@-]{0,119}");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final int QUOTED = 2;

    /** By media type, the file name of a body that has none; what it really is shows in its bytes. */
    private static final Map<String, String> TYPES = Map.of(
            "text/csv", "batch.csv",
            "text/tab-separated-values", "batch.tsv",
            "application/x-ndjson", "batch.jsonl",
            "application/jsonl", "batch.jsonl",
            "application/json", "batch.json",
            "application/xml", "batch.xml",
            "text/xml", "batch.xml",
            "text/plain", "batch");

    /** Media types that say nothing; the third is what curl sends unless it is told otherwise. */
    private static final Set<String> UNTOLD = Set.of(
            "",
            "application/octet-stream",
            "application/x-www-form-urlencoded",
            "application/gzip",
            "application/x-gzip",
            "application/zstd");

    /** @throws ProblemException 400 or 415 */
    static BatchRequest of(Context context) {
        ContentCoding coding = ContentCoding.named(context.header("Content-Encoding"));
        String ofType = ofType(context.header("Content-Type"));
        return new BatchRequest(
                name(context.queryParam("name"), ofType),
                coding,
                key(context.header("Idempotency-Key")),
                context.req().getContentLengthLong());
    }

    private static String ofType(@Nullable String header) {
        String type =
                header == null ? "" : header.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        if (UNTOLD.contains(type)) {
            return "batch";
        }
        String name = TYPES.get(type);
        if (name == null) {
            throw new ProblemException(
                    Problem.of(
                            415,
                            "Content-Type not taken",
                            "A batch is sent as the body itself, as text/csv, text/tab-separated-values,"
                                    + " application/x-ndjson, application/json, application/xml or"
                                    + " application/octet-stream, and not as a form. With curl: --data-binary @FILE."),
                    Map.of("Accept-Post", String.join(", ", TYPES.keySet())));
        }
        return name;
    }

    private static String name(@Nullable String given, String otherwise) {
        if (given == null) {
            return otherwise;
        }
        if (!NAME.matcher(given).matches() || given.contains("..")) {
            throw new ProblemException(
                    400,
                    "Bad file name",
                    "The parameter name is no plain file name. Use up to 120 letters, digits, blanks and ._()+,=@- without"
                            + " a path, for example ?name=seizures-2026-03.csv.");
        }
        return given;
    }

    /** The draft of the header has it quoted, and most senders do not. */
    static @Nullable String key(@Nullable String header) {
        if (header == null) {
            return null;
        }
        String key = header.length() > QUOTED && header.startsWith("\"") && header.endsWith("\"")
                ? header.substring(1, header.length() - 1)
                : header;
        if (!KEY.matcher(key).matches()) {
            throw new ProblemException(
                    400,
                    "Bad Idempotency-Key",
                    "Idempotency-Key is up to 200 printable ASCII characters without blanks, for example a UUID.");
        }
        return key;
    }

    /** @throws ProblemException 415 */
    static void requireJson(Context context) {
        String type = context.header("Content-Type");
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw new ProblemException(
                    Problem.of(
                            415,
                            "Content-Type not taken",
                            "The body is sent as application/json. With curl: -H 'Content-Type: application/json'."),
                    Map.of("Accept-Post", "application/json"));
        }
    }
}
