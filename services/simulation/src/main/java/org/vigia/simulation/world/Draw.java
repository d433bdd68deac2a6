package org.vigia.simulation.world;

import java.util.List;

/**
 * Random numbers that are the same on every JDK: SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number
 * generators", 2014). A draw is told apart by its keys, so that any thing of the world can be made again from its number.
 */
public final class Draw {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    public Draw(long seed, Topic topic, long number) {
        state = mix(mix(mix(seed + GOLDEN) + topic.number * GOLDEN) + number * GOLDEN);
    }

    public long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** A number from 0 up to but not including the bound, which must be positive. */
    public int below(int bound) {
        return (int) Math.floorMod(next() >>> 1, (long) bound);
    }

    /** A number between two bounds, both included. */
    public int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** A number from 0 up to but not including 1. */
    public double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    public boolean chance(double probability) {
        return unit() < probability;
    }

    public <T> T of(List<T> values) {
        return values.get(below(values.size()));
    }

    /**
     * A factor around 1, log-normal with its tails cut off, so that no ordinary quantity is an outlier of its series.
     *
     * @param sigma standard deviation of the logarithm
     */
    public double factor(double sigma) {
        double normal;
        do {
            // Irwin-Hall: twelve uniform draws have variance 1; needs no function that JDKs may compute differently.
            normal = -6;
            for (int i = 0; i < 12; i++) {
                normal += unit();
            }
        } while (Math.abs(normal) > 1.8);
        return StrictMath.exp(sigma * normal);
    }

    /** Scatters the bits of a number; the finaliser of SplitMix64, a bijection. */
    public static long mix(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** What is drawn; draws of different topics have nothing in common. The numbers are part of the files' bytes. */
    public enum Topic {
        ROTATION(1),
        LANE(2),
        SHIPMENT(3),
        SEIZURE(4),
        LABORATORY(5),
        PLANTED(6),
        SANCTIONED(7);

        private final int number;

        Topic(int number) {
            this.number = number;
        }
    }
}
