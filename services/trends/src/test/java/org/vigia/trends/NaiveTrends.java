package org.vigia.trends;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.vigia.events.ClaimStatus;
import org.vigia.events.Envelope;
import org.vigia.events.SeizedItem;
import org.vigia.events.Seizure;
import org.vigia.events.TimePrecision;
import org.vigia.events.TrendFigures;

/** The oracle: sums up final claims from scratch, written without the application's classes. */
final class NaiveTrends {

    private static final Map<String, String> FACTORS = Map.of("fentanyl", "100", "codeine", "0.15");

    private NaiveTrends() {}

    record Totals(long events, long micrograms, long milliunits, long equivalent) {

        static final Totals NONE = new Totals(0, 0, 0, 0);

        static Totals of(TrendFigures figures) {
            Long equivalent = figures.getMorphineEquivalentMicrograms();
            return new Totals(
                    figures.getEvents(),
                    figures.getMicrograms(),
                    figures.getMilliunits(),
                    equivalent == null ? 0 : equivalent);
        }

        Totals plus(Totals other) {
            return new Totals(
                    events + other.events,
                    micrograms + other.micrograms,
                    milliunits + other.milliunits,
                    equivalent + other.equivalent);
        }
    }

    /** Totals by trend key, those of zero left out. */
    static Map<String, Totals> of(Collection<Seizure> claims) {
        Map<String, Totals> totals = new HashMap<>();
        for (Seizure claim : claims) {
            Envelope envelope = claim.getEnvelope();
            if (envelope.getStatus() == ClaimStatus.RETRACTED) {
                continue;
            }
            Set<String> drugs = new HashSet<>();
            for (SeizedItem item : claim.getItems()) {
                Totals amount = amount(item, drugs.add(item.getSubstance()) ? claim.getIncidents() : 0);
                windows(envelope)
                        .forEach((granularity, start) -> totals.merge(
                                String.join(
                                        "|",
                                        "SEIZURES",
                                        item.getSubstance(),
                                        envelope.getPlace().getCountry(),
                                        envelope.getPlace().getSubdivision(),
                                        envelope.getAgency(),
                                        granularity,
                                        start.toString()),
                                amount,
                                Totals::plus));
            }
        }
        totals.values().removeIf(Totals.NONE::equals);
        return totals;
    }

    private static Totals amount(SeizedItem item, int events) {
        Long mass = item.getQuantity().getMicrograms();
        Long units = item.getQuantity().getMilliunits();
        long micrograms = mass == null ? 0 : mass;
        BigDecimal factor = new BigDecimal(FACTORS.getOrDefault(item.getSubstance(), "0"));
        long equivalent = factor.multiply(BigDecimal.valueOf(micrograms))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return new Totals(events, micrograms, units == null ? 0 : units, equivalent);
    }

    private static Map<String, LocalDate> windows(Envelope envelope) {
        LocalDate day = envelope.getOccurredAt().atZone(ZoneOffset.UTC).toLocalDate();
        Map<String, LocalDate> windows = new LinkedHashMap<>();
        windows.put("YEAR", day.with(TemporalAdjusters.firstDayOfYear()));
        if (envelope.getPrecision() != TimePrecision.YEAR) {
            windows.put("MONTH", day.with(TemporalAdjusters.firstDayOfMonth()));
        }
        if (envelope.getPrecision() == TimePrecision.DAY || envelope.getPrecision() == TimePrecision.INSTANT) {
            windows.put("WEEK", day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
            windows.put("DAY", day);
        }
        return windows;
    }
}
