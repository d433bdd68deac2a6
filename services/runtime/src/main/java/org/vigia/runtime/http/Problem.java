package org.vigia.runtime.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Problem details as RFC 9457 has them, of type {@code about:blank}: the status says what kind of problem it is, the detail
 * what to do.
 *
 * @param status from 400 to 599
 * @param title the same for every problem of the kind
 * @param detail what is wrong this time and what to do
 * @param extensions further members
 */
public record Problem(int status, String title, String detail, Map<String, Object> extensions) {

    /** Attribute of a request that was answered with a problem: its title. */
    public static final String ANSWERED = "vigia.problem";

    /** Media type of the answer. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final ObjectMapper JSON = new ObjectMapper();

    public Problem {
        extensions = Map.copyOf(extensions);
    }

    /** A problem without further members. */
    public static Problem of(int status, String title, String detail) {
        return new Problem(status, title, detail, Map.of());
    }

    /** The document. */
    public String json() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "about:blank");
        members.put("title", title);
        members.put("status", status);
        members.put("detail", detail);
        members.putAll(extensions);
        try {
            return JSON.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem holds only plain values", e);
        }
    }
}
