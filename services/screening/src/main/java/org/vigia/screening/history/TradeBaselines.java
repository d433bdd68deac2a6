package org.vigia.screening.history;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vigia.events.TradeBaseline;
import org.vigia.events.TradeFlow;

/** What countries import of a heading in a year, by mass. */
public final class TradeBaselines {

    /** No baselines. */
    public static final TradeBaselines EMPTY = new TradeBaselines(Map.of());

    private static final int MOST_YEARS_BACK = 5;
    private static final int SUBHEADING = 6;
    private static final int HEADING = 4;

    private final Map<String, TradeBaseline> imports;

    private TradeBaselines(Map<String, TradeBaseline> imports) {
        this.imports = imports;
    }

    /** Those of imports by a country with an ISO code whose mass is known. */
    public static TradeBaselines of(Collection<TradeBaseline> baselines) {
        Map<String, TradeBaseline> imports = new HashMap<>();
        for (TradeBaseline baseline : baselines) {
            if (!baseline.getWithdrawn()
                    && baseline.getFlow() == TradeFlow.IMPORT
                    && baseline.getCountry() != null
                    && baseline.getKilograms() != null
                    && Double.parseDouble(baseline.getKilograms()) > 0) {
                // Two reporters may stand for one country; the larger figure is the milder one.
                imports.merge(
                        key(baseline.getCountry(), baseline.getHsCode(), baseline.getYear()),
                        baseline,
                        (a, b) -> kilograms(a) >= kilograms(b) ? a : b);
            }
        }
        return new TradeBaselines(imports);
    }

    /** The newest figure up to a year, of the subheading or else of the heading, at most five years back. */
    Optional<TradeBaseline> imports(String country, String hs, int year) {
        for (int digits : new int[] {SUBHEADING, HEADING}) {
            for (int back = 0; hs.length() >= digits && back <= MOST_YEARS_BACK; back++) {
                TradeBaseline found = imports.get(key(country, hs.substring(0, digits), year - back));
                if (found != null) {
                    return Optional.of(found);
                }
            }
        }
        return Optional.empty();
    }

    static double kilograms(TradeBaseline baseline) {
        return baseline.getKilograms() == null ? 0 : Double.parseDouble(baseline.getKilograms());
    }

    private static String key(String country, String hs, int year) {
        return country + "/" + hs + "/" + year;
    }
}
