package org.vigia.producers.definition;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.vigia.events.RejectionReason;
import org.vigia.producers.cell.Quote;
import org.vigia.producers.cell.Texts;
import org.vigia.producers.table.RowRejection;

/**
 * The partner's words and what they mean.
 *
 * @param values meaning by word in {@linkplain Texts#normalise normal form}
 */
record ValueTable(Map<String, String> values, Otherwise otherwise, String origin) implements UnaryOperator<String> {

    /** What becomes of a word that is not in the table. */
    enum Otherwise {
        REJECT,
        KEEP,
        EMPTY
    }

    @Override
    public String apply(String text) {
        String meaning = values.get(Texts.normalise(text));
        if (meaning != null) {
            return meaning;
        }
        return switch (otherwise) {
            case KEEP -> text;
            case EMPTY -> "";
            case REJECT ->
                throw new RowRejection(
                        RejectionReason.UNKNOWN_VALUE,
                        "Column " + origin + " holds " + Quote.of(text)
                                + ", which the feed definition does not list. Correct the cell, or add the value there.");
        };
    }
}
