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
     * @param period the period that covers the shipment's date
     * @param lines the goods lines that match it, at least one
     */
    record OfEntry(ListedEntry listed, InForce period, List<OfLine> lines, QuantityCheck quantity) {
        OfEntry {
            lines = List.copyOf(lines);
        }
    }

    /** A goods line and what it has in common with the entry. */
    record OfLine(GoodsLine goods, MatchedBy by) {}
}
