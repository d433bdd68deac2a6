package org.vigia.runtime.access;

import java.util.regex.Pattern;

/**
 * What a caller may do to which resource.
 *
 * @param action for example {@code write}
 * @param resource a name, the beginning of names with {@code *} behind it, or {@code *} for all
 */
public record Scope(String action, String resource) {

    private static final Pattern TEXT = Pattern.compile("([a-z]+):([a-z0-9-]*\\*|[a-z0-9-]+)");

    /**
     * A scope as it is written, for example {@code write:harbours-*}.
     *
     * @throws IllegalArgumentException if the text is none; the message says how one is written
     */
    public static Scope of(String text) {
        if (!isScope(text)) {
            throw new IllegalArgumentException("\"" + text + "\" is no scope. Write ACTION:RESOURCE, for example write:"
                    + "vigia-seizures; a * at the end stands for anything");
        }
        int colon = text.indexOf(':');
        return new Scope(text.substring(0, colon), text.substring(colon + 1));
    }

    /** Whether a text is a scope; an issuer of tokens may list others that are none of ours. */
    static boolean isScope(String text) {
        return TEXT.matcher(text).matches();
    }

    /** Whether the scope covers an action on a resource. */
    public boolean covers(String wantedAction, String name) {
        return action.equals(wantedAction)
                && (resource.endsWith("*")
                        ? name.startsWith(resource.substring(0, resource.length() - 1))
                        : name.equals(resource));
    }

    @Override
    public String toString() {
        return action + ":" + resource;
    }
}
