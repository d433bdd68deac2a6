package org.vigia.trends.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigia.events.ClaimStatus;
import org.vigia.events.Envelope;
import org.vigia.events.Quantity;
import org.vigia.trends.state.CountedClaim;
import org.vigia.trends.state.CountedLine;
import org.vigia.trends.state.Measures;
import org.vigia.trends.state.PeriodPrecision;

/** Collects what one claim adds: quantities are summed by cell, events count once a cell. */
final class CountedLines {

    private final Envelope envelope;
    private final MorphineEquivalents equivalents;
    private final Map<String, Measures> lines = new TreeMap<>();

    CountedLines(Envelope envelope, MorphineEquivalents equivalents) {
        this.envelope = envelope;
        this.equivalents = equivalents;
    }

    void add(Cell cell, long events, @Nullable Quantity quantity, @Nullable Double purityPercent) {
        String key = cell.key();
        Measures before = lines.get(key);
        Measures counted = new Measures(events, 0L, 0L, 0L, 0L);
        lines.put(key, Sums.plus(before == null ? counted : before, quantities(cell, quantity, purityPercent)));
    }

    /** What the claim adds; nothing if it is retracted. A line that adds zero of everything is left out. */
    CountedClaim counted() {
        PeriodPrecision precision = Periods.precision(envelope.getPrecision());
        List<CountedLine> counted = new ArrayList<>(lines.size());
        if (envelope.getStatus() != ClaimStatus.RETRACTED) {
            lines.forEach((cell, measures) -> {
                if (!Sums.isZero(measures)) {
                    counted.add(new CountedLine(cell, measures));
                }
            });
        }
        return new CountedClaim(
                Periods.start(envelope.getOccurredAt(), precision),
                precision,
                Labels.of(envelope.getHandling().getTlp()),
                counted);
    }

    private Measures quantities(Cell cell, @Nullable Quantity quantity, @Nullable Double purityPercent) {
        if (quantity == null) {
            return Sums.ZERO;
        }
        long micrograms = orZero(quantity.getMicrograms());
        return new Measures(
                0L,
                micrograms,
                orZero(quantity.getMicrolitres()),
                orZero(quantity.getMilliunits()),
                equivalents.micrograms(cell.drug(), micrograms, purityPercent));
    }

    private static long orZero(@Nullable Long value) {
        return value == null ? 0 : value;
    }
}
