package org.vigia.producers.cell;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a function said of the texts that it was last asked about. A cell is read several times on its way to an event,
 * and most columns hold few different texts. Memory is bounded: a text may push out another, and long ones are not kept.
 * Safe for use by several threads.
 *
 * @param <T> an immutable result
 */
public final class Memo<T> {

    private static final int SIZE = 1 << 10;
    private static final int LONGEST = 64;

    private record Entry<T>(String text, T result) {}

    private final AtomicReferenceArray<@Nullable Entry<T>> entries = new AtomicReferenceArray<>(SIZE);

    /** What the function says of a text; it must say the same of the same text every time. */
    public T of(String text, Function<String, T> function) {
        if (text.length() > LONGEST) {
            return function.apply(text);
        }
        int hash = text.hashCode();
        int slot = (hash ^ (hash >>> 16)) & (SIZE - 1);
        // Plain reads and writes do, because the fields of an entry are final.
        Entry<T> known = entries.getPlain(slot);
        if (known != null && known.text().equals(text)) {
            return known.result();
        }
        T result = function.apply(text);
        entries.setPlain(slot, new Entry<>(text, result));
        return result;
    }
}
