package org.vigia.producers.cell;

/** Shows the text of a cell in a message. */
public final class Quote {

    private static final int SHOWN = 80;

    private Quote() {}

    /** The text in quotes, cut if it is long, without line ends. */
    public static String of(String text) {
        String cut = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
        return "\"" + cut.replaceAll("\\R", " ") + "\"";
    }
}
