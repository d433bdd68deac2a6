package org.vigia.producers.definition;

import java.util.List;
import org.vigia.producers.cell.Texts;

/**
 * What identifies an event among those of its partner. Parts are compared without regard to case and blanks, so that
 * releases that differ in those speak of the same event.
 *
 * @param parts fields without which a row has no key
 */
record NaturalKey(List<Field> parts) implements CellRule {

    NaturalKey {
        parts = List.copyOf(parts);
    }

    /** The key; a row that lacks a part of it is refused, because it would be taken for another event. */
    @Override
    public String text(RowTexts row) {
        StringBuilder key = new StringBuilder();
        for (Field part : parts) {
            part.check(row);
            key.append(key.isEmpty() ? "" : ":")
                    .append(Texts.normalise(row.of(part)).replace(":", "%3a"));
        }
        return key.toString();
    }
}
