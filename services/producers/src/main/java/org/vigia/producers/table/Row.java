package org.vigia.producers.table;

import java.util.Map;

/** One data row. */
public interface Row extends Cells {

    /** First physical line of the row in the file, 1-based. */
    long line();

    /** The row as received, without its line end. */
    byte[] raw();

    /** Cells of columns that the feed does not know, by name; empty cells left out. */
    Map<String, String> unknown();

    /** Everything the row says, for telling whether two rows are the same; no two different rows have the same. */
    String content();
}
