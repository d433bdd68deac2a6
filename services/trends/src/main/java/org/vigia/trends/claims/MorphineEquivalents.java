package org.vigia.trends.claims;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigia.events.TrendSeries;
import org.vigia.schemas.validity.QuantityLimits;

/**
 * Morphine-equivalent mass: mass times purity times a factor by mass.
 *
 * <p>The factors, their sources and their assumptions stand in {@code morphine-equivalents.csv} beside this class: the
 * factors of the CDC guideline of 2022, and for illicit fentanyl and heroin an approximate relative potency that is
 * labelled an assumption. The CDC's factor for transdermal fentanyl (2.4 per microgram per hour) is not applied to seized
 * powder or tablets.
 *
 * <p>The mass is multiplied by the purity where an analysis states it; otherwise it counts as seized, cutting agents
 * included, and so is an upper bound. The product is exact; it is rounded once a seized item, half up to a whole
 * microgram, and from then on only added and subtracted, so that a retraction undoes it exactly. Purity is taken to
 * the nearest thousandth of a percent. No product exceeds the most mass that a row may declare, 100,000 tonnes, which a
 * true claim cannot reach; so a few wrong ones do not leave 64 bits.
 */
public final class MorphineEquivalents {

    private static final MorphineEquivalents STANDARD = read("morphine-equivalents.csv");
    private static final String HEADER = "drug,factor,basis,source,assumption";
    private static final long FULL_PURITY = 100_000;
    private static final long FACTOR_UNIT = 1_000;
    private static final long MOST = QuantityLimits.MASS.most();

    private final Map<String, Long> thousandths;

    private MorphineEquivalents(Map<String, Long> thousandths) {
        this.thousandths = thousandths;
    }

    /** The factor table that Vigía ships. */
    public static MorphineEquivalents standard() {
        return STANDARD;
    }

    /** Whether a cell's figures have a morphine-equivalent mass: its series has mass and its drug has a factor. */
    public boolean weighs(Cell cell) {
        return cell.series() != TrendSeries.LABORATORIES && thousandths.containsKey(cell.drug());
    }

    /**
     * The morphine-equivalent mass in micrograms; 0 for a drug without factor.
     *
     * @param micrograms mass as seized, at least 0
     * @param purityPercent 0 to 100, or null if unknown
     * @throws IllegalArgumentException if the purity is out of range
     */
    public long micrograms(String drug, long micrograms, @Nullable Double purityPercent) {
        Long factor = thousandths.get(drug);
        if (factor == null || micrograms == 0) {
            return 0;
        }
        long multiplier = factor;
        long divisor = FACTOR_UNIT;
        if (purityPercent != null) {
            multiplier *= thousandthsOfPercent(purityPercent);
            divisor *= FULL_PURITY;
        }
        long high = Math.multiplyHigh(micrograms, multiplier);
        long low = micrograms * multiplier;
        if (high == 0 && low >= 0) {
            long whole = low / divisor;
            return Math.min(MOST, low % divisor >= divisor / 2 ? whole + 1 : whole);
        }
        return BigInteger.valueOf(micrograms)
                .multiply(BigInteger.valueOf(multiplier))
                .add(BigInteger.valueOf(divisor / 2))
                .divide(BigInteger.valueOf(divisor))
                .min(BigInteger.valueOf(MOST))
                .longValueExact();
    }

    private static long thousandthsOfPercent(double purityPercent) {
        long purity = Math.round(purityPercent * 1_000);
        if (!(purityPercent >= 0) || purity > FULL_PURITY) {
            throw new IllegalArgumentException("Purity must be from 0 to 100 percent, but is " + purityPercent);
        }
        return purity;
    }

    private static MorphineEquivalents read(String resource) {
        try (InputStream in = MorphineEquivalents.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the class path");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }

    /** The table in lines of comma-separated values without quotes, header first; factors have up to three decimals. */
    static MorphineEquivalents parse(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw new IllegalArgumentException("The factor table must begin with " + HEADER);
        }
        Map<String, Long> factors = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split(",", -1));
            if (cells.size() != 5 || cells.get(3).isBlank()) {
                throw new IllegalArgumentException("The factor table needs five cells and a source a line: " + line);
            }
            long factor = new BigDecimal(cells.get(1)).movePointRight(3).longValueExact();
            if (factor <= 0 || factors.put(cells.get(0), factor) != null) {
                throw new IllegalArgumentException("A factor must be positive and each drug must stand once: " + line);
            }
        }
        return new MorphineEquivalents(Map.copyOf(factors));
    }
}
