package org.vigia.simulation.world;

/**
 * Hands events out in turn: each of a number of series gets one event a round, in an order that changes from round to
 * round within blocks. So a series has its own steady rhythm, and nothing has to be remembered of the past.
 *
 * @param series how many series take turns, at least 1
 */
public record Rotation(long seed, long series) {

    private static final int BLOCK = 16;

    /** The series that an event belongs to. */
    public long seriesOf(long event) {
        long round = event / series;
        long place = event % series;
        long block = place / BLOCK;
        if ((block + 1) * BLOCK > series) {
            return place;
        }
        Draw draw = new Draw(seed, Draw.Topic.ROTATION, round * 1_000_003 + block);
        int odd = 2 * draw.below(BLOCK / 2) + 1;
        int shift = draw.below(BLOCK);
        return block * BLOCK + ((place % BLOCK) * odd + shift) % BLOCK;
    }
}
