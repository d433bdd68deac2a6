package org.vigia.producers.definition;

import java.util.List;
import java.util.stream.Collectors;
import org.vigia.producers.cell.Texts;
import org.vigia.producers.table.Cells;

/**
 * What identifies an event among those of its partner. Parts are compared without regard to case and blanks, so that
 * releases that differ in those speak of the same event.
 */
record NaturalKey(List<CellRule> parts) implements CellRule {

    NaturalKey {
        parts = List.copyOf(parts);
    }

    @Override
    public String text(Cells row) {
        return parts.stream()
                .map(part -> Texts.normalise(part.text(row)).replace(":", "%3a"))
                .collect(Collectors.joining(":"));
    }
}
