package org.vigia.producers.feed;

import java.util.List;

/** There is no feed of that name; the message names those there are, and the one that was probably meant. */
public final class UnknownFeedException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnknownFeedException(String name, List<String> known) {
        super("There is no feed \"" + name + "\"." + Suggestion.of(name, known) + " Feeds: " + String.join(", ", known)
                + ".");
    }
}
