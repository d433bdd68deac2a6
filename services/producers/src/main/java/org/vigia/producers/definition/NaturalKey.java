package org.vigia.producers.definition;

import java.util.List;
import java.util.stream.Collectors;
import org.vigia.producers.cell.Texts;
import org.vigia.producers.table.Cells;

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
    public String text(Cells row) {
        parts.forEach(part -> part.check(row));
        return parts.stream()
                .map(part -> Texts.normalise(part.text(row)).replace(":", "%3a"))
                .collect(Collectors.joining(":"));
    }
}
