package org.vigia.screening.watchlist;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigia.events.GoodsLine;
import org.vigia.events.Quantity;

/**
 * What a shipment holds of a listed substance against the threshold of a period of the entry.
 *
 * @param threshold as the list states it; absent if any quantity is reported
 * @param total what can be compared, in the unit of the threshold's kind; absent without a usable threshold
 * @param litreAssumption whether a litre was counted as a kilogram
 * @param unknownLines lines whose quantity is unknown or of a kind that cannot be compared
 */
record QuantityCheck(
        Outcome outcome,
        @Nullable Quantity threshold,
        @Nullable Measure total,
        boolean litreAssumption,
        List<String> unknownLines) {

    enum Outcome {
        /** The period has no threshold. */
        ANY_QUANTITY,
        /** At or above the threshold. */
        REACHED,
        /** What is known is below, but not all is known. */
        NOT_SHOWN_BELOW,
        /** All is known and it is below. */
        BELOW,
        /** The threshold's unit is unknown, so nothing can be compared with it. */
        THRESHOLD_UNUSABLE
    }

    QuantityCheck {
        unknownLines = List.copyOf(unknownLines);
    }

    /** Sums the lines and compares. Monotone: more of anything never turns a report into none. */
    static QuantityCheck of(@Nullable Quantity threshold, List<GoodsLine> lines) {
        if (threshold == null) {
            return new QuantityCheck(Outcome.ANY_QUANTITY, null, null, false, List.of());
        }
        Optional<Measure> least = Measure.of(threshold);
        if (least.isEmpty()) {
            return new QuantityCheck(Outcome.THRESHOLD_UNUSABLE, threshold, null, false, List.of());
        }
        Measure.Kind kind = least.get().kind();
        BigDecimal sum = BigDecimal.ZERO;
        boolean assumption = false;
        List<String> unknown = new ArrayList<>();
        for (GoodsLine line : lines) {
            Measure measure = Measure.of(line.getQuantity()).orElse(null);
            boolean assumed = measure != null && measure.comparableByLitreAssumption(kind);
            if (measure == null || (measure.kind() != kind && !assumed)) {
                unknown.add(English.number(line));
            } else {
                sum = sum.add(measure.amount());
                assumption |= assumed;
            }
        }
        Outcome outcome = sum.compareTo(least.get().amount()) >= 0
                ? Outcome.REACHED
                : unknown.isEmpty() ? Outcome.BELOW : Outcome.NOT_SHOWN_BELOW;
        return new QuantityCheck(outcome, threshold, new Measure(kind, sum), assumption, unknown);
    }

    boolean isReported() {
        return switch (outcome) {
            case ANY_QUANTITY, REACHED, NOT_SHOWN_BELOW, THRESHOLD_UNUSABLE -> true;
            case BELOW -> false;
        };
    }
}
