package org.vigia.producers.feed;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** There is no feed of that name; the message names those there are, and the one that was probably meant. */
public final class UnknownFeedException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnknownFeedException(String name, List<String> known) {
        super("There is no feed \"" + name + "\"." + suggestion(name, known) + " Feeds: " + String.join(", ", known)
                + ".");
    }

    private static String suggestion(String name, List<String> known) {
        Optional<String> nearest = known.stream().min(Comparator.comparingInt(feed -> distance(name, feed)));
        return nearest.filter(feed -> distance(name, feed) <= Math.max(2, feed.length() / 3))
                .map(feed -> " Did you mean " + feed + "?")
                .orElse("");
    }

    /** Levenshtein distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
