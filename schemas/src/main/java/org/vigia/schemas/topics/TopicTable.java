package org.vigia.schemas.topics;

/** The topic catalogue as a Markdown table, for README.md. */
public final class TopicTable {

    private static final String HEAD = """
            | Topic | Key | Value | Partitions | Cleanup | What it holds |
            |---|---|---|---|---|---|
            """;

    private TopicTable() {}

    /** The table of a catalogue, one row a topic, with a line end after every row. */
    public static String markdown(Topics topics) {
        StringBuilder table = new StringBuilder(HEAD);
        for (Topic<?> topic : topics.all()) {
            table.append("| `%s` | %s | `%s` | %d | %s | %s |\n"
                    .formatted(
                            topic.name(),
                            topic.keyMeaning(),
                            topic.type().getSimpleName(),
                            topic.partitions(),
                            topic.cleanup().policy(),
                            topic.description()));
        }
        return table.toString();
    }
}
