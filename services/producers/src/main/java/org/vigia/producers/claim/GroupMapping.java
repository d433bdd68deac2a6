package org.vigia.producers.claim;

import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.vigia.events.ClaimStatus;
import org.vigia.producers.table.Row;

/**
 * Several rows make up one claim, wherever they stand in the file. All methods that take a row throw
 * {@link org.vigia.producers.table.RowRejection} if it cannot be taken.
 *
 * <p>The rows of one id are read in the order of the file as <em>parts</em> of one event; the package's documentation
 * states the rule.
 */
public non-sealed interface GroupMapping extends Mapping {

    /** The rows that a row stands for, each about one event; more than one if it speaks of several. */
    default List<Row> split(Row row) {
        return List.of(row);
    }

    /** Key of the event that the row speaks of. */
    String key(Row row, Batch batch);

    /** Refuses a row that is bad by itself. */
    void check(Row row, Batch batch);

    ClaimStatus status(Row row);

    /** Columns that speak of the event as a whole: the last in the file that is not empty holds. */
    Set<String> shared();

    /** The part of the event that the row speaks of, see {@link #part(String...)}. */
    String part(Row row);

    /**
     * Whether the rows of one event are its history. If not, as in a list, all of them hold at once, and a row that
     * contradicts one before it is refused, because it would silently replace it.
     */
    default boolean history() {
        return true;
    }

    /** What rows of the same part of a list must agree on; empty if the row leaves it to the others. */
    default String agreed(Row row) {
        return "";
    }

    /**
     * The claim of rows that do not contradict each other. The order of the rows must not matter.
     *
     * @throws org.vigia.producers.table.RowRejection if all of them together are not enough
     */
    SpecificRecord event(ClaimRows rows, Batch batch);

    /** A part named by some values, so that no two lists of values have the same name. */
    static String part(String... values) {
        StringBuilder part = new StringBuilder();
        for (String value : values) {
            part.append(value.length()).append(':').append(value);
        }
        return part.toString();
    }
}
