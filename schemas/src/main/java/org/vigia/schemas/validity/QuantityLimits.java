package org.vigia.schemas.validity;

/**
 * The most that one row may declare of a quantity: what no partner can mean, in each measure. Producers reject what lies
 * beyond, and the applications refuse it of foreign clients.
 */
public enum QuantityLimits {
    /** In micrograms; the largest bulk carriers of chemicals load less than 100,000 tonnes. */
    MASS(100_000_000_000_000_000L, "micrograms", "100,000 tonnes"),
    /** In microlitres; about the volume that such a load has. */
    VOLUME(100_000_000_000_000L, "microlitres", "100,000 cubic metres"),
    /** In thousandths of a piece. */
    COUNT(1_000_000_000_000_000L, "thousandths", "1,000,000,000,000 pieces");

    private final long most;
    private final String unit;
    private final String words;

    QuantityLimits(long most, String unit, String words) {
        this.most = most;
        this.unit = unit;
        this.words = words;
    }

    /** The limit itself, which is still possible, in {@link #unit}. */
    public long most() {
        return most;
    }

    /** Name of the small unit that the measure is counted in. */
    public String unit() {
        return unit;
    }

    /** The limit as a person reads it. */
    public String words() {
        return words;
    }
}
