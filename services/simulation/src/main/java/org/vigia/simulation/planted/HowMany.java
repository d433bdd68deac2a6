package org.vigia.simulation.planted;

/** How many cases there are, which grows with the events up to a limit, so that memory does not. */
final class HowMany {

    /** From so many events on, each series has the history that detectors need. */
    static final long WITH_HISTORY = 5_000;

    private HowMany() {}

    /** Cases that need the past of a series: none in small simulations. */
    static int withHistory(long events, long eventsACase, int least, int most) {
        return events < WITH_HISTORY ? 0 : Math.clamp(events / eventsACase, least, most);
    }

    /** Cases that stand for themselves: a few in small simulations, none in tiny ones. */
    static int alone(long events) {
        return events < WITH_HISTORY ? (int) (events / 1_000) : Math.clamp(events / 1_000, 5, 200);
    }
}
