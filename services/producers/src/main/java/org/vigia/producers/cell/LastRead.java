package org.vigia.producers.cell;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigia.producers.table.Cells;
import org.vigia.producers.table.Row;

/**
 * What was read from the row that was read last: a row is checked first, and an event made of it right after. Safe for
 * use by several threads, which then read anew.
 *
 * @param <T> what is read, which nobody changes afterwards
 */
public final class LastRead<T> {

    private record Known<T>(Cells cells, T read) {}

    private final Function<Cells, T> reading;
    // A plain field does, because those of what it holds are final.
    private @Nullable Known<T> last;

    /** @param reading gives the same of the same cells every time, or throws */
    public LastRead(Function<Cells, T> reading) {
        this.reading = reading;
    }

    /** What the cells say. */
    @SuppressWarnings("ReferenceEquality") // To compare all cells would cost more than to read a few.
    public T of(Cells cells) {
        Known<T> known = last;
        if (known != null && known.cells() == cells) {
            return known.read();
        }
        T read = reading.apply(cells);
        if (cells instanceof Row) {
            // Rows put together may become more.
            last = new Known<>(cells, read);
        }
        return read;
    }
}
