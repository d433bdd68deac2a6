package org.vigia.producers.definition;

/** How the rows of a feed make up events. */
enum RowRole {
    /** Every row is an event; a later row with the same key corrects it. */
    SINGLE,
    /** Rows with the same key are parts of one event; a later row about a part corrects it. */
    PARTS,
    /** Rows with the same key count together, and rows that say the same are separate incidents. */
    TOGETHER
}
