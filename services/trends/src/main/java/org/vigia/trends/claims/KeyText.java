package org.vigia.trends.claims;

import java.util.ArrayList;
import java.util.List;

/** Keys of several parts as one string: parts are divided by {@code |}; a backslash escapes it and itself. */
public final class KeyText {

    private static final char DIVIDER = '|';
    private static final char ESCAPE = '\\';

    private KeyText() {}

    /** The parts as one string, so that different parts never give the same string. */
    public static String join(String... parts) {
        StringBuilder key = new StringBuilder(64);
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                key.append(DIVIDER);
            }
            append(key, parts[i]);
        }
        return key.toString();
    }

    /** A key that starts with the parts of {@code key} and goes on with one more part. */
    public static String append(String key, String part) {
        StringBuilder longer = new StringBuilder(key.length() + part.length() + 1);
        longer.append(key).append(DIVIDER);
        append(longer, part);
        return longer.toString();
    }

    /** The parts that {@link #join} was given. */
    public static List<String> split(String key) {
        List<String> parts = new ArrayList<>(5);
        if (key.indexOf(ESCAPE) < 0) {
            int start = 0;
            for (int end = key.indexOf(DIVIDER); end >= 0; end = key.indexOf(DIVIDER, start)) {
                parts.add(key.substring(start, end));
                start = end + 1;
            }
            parts.add(key.substring(start));
            return parts;
        }
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c == DIVIDER) {
                parts.add(part.toString());
                part.setLength(0);
            } else if (c == ESCAPE && i + 1 < key.length()) {
                part.append(key.charAt(++i));
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    private static void append(StringBuilder key, String part) {
        if (part.indexOf(DIVIDER) < 0 && part.indexOf(ESCAPE) < 0) {
            key.append(part);
            return;
        }
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c == DIVIDER || c == ESCAPE) {
                key.append(ESCAPE);
            }
            key.append(c);
        }
    }
}
