package org.vigia.screening.watchlist;

import java.util.List;
import org.vigia.events.GoodsLine;

/**
 * A listed substance in a shipment, with everything it rests on.
 *
 * @param entries the entries that report it, in the order of their ids, at least one
 */
public record Finding(ListedSubstance substance, List<OfEntry> entries) {

    public Finding {
        entries = List.copyOf(entries);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("A finding rests on at least one list entry");
        }
    }

    /**
     * What one entry contributes.
     *
     * @param period the period that covers the shipment's date, or some days of its month or year
     * @param lines the goods lines that match it, at least one
     */
    record OfEntry(ListedEntry listed, InForce period, List<OfLine> lines, QuantityCheck quantity) {
        OfEntry {
            lines = List.copyOf(lines);
        }

        /** At most so many of the lines, in the order of the shipment. */
        List<OfLine> firstLines(int most) {
            return lines.size() <= most ? lines : lines.subList(0, most);
        }
    }

    /** A goods line and what it has in common with the entry. */
    record OfLine(GoodsLine goods, MatchedBy by) {}
}
