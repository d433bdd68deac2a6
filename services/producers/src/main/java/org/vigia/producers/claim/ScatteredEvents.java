package org.vigia.producers.claim;

/**
 * The events of a file whose rows do not all stand together. Rows of the others can be settled as they come, without
 * being put aside.
 *
 * <p>Memory does not grow with the file, so an event may be taken for scattered that is not (below one in a hundred up to
 * {@value #BITS_PER_EVENT} bits an event, more beyond), but never the other way round.
 */
public final class ScatteredEvents {

    /** Fewest bytes of a row that are reckoned with. */
    private static final int ROW_BYTES = 16;

    private static final int BITS_PER_EVENT = 10;

    /** 32 MiB, which serves 27 million events. */
    private static final long MOST_BITS = 1L << 28;

    private final BloomBits seen;
    private final BloomBits scattered;
    private String previous = "";
    private boolean all;

    /** @param bytes of the file, roughly */
    public ScatteredEvents(long bytes) {
        long bits = Math.min(bytes / ROW_BYTES * BITS_PER_EVENT, MOST_BITS);
        seen = new BloomBits(bits);
        scattered = new BloomBits(bits);
    }

    /** A row speaks of an event, named by its key; to be called for every row in the order of the file. */
    public void see(String event) {
        if (event.equals(previous)) {
            return;
        }
        previous = event;
        if (!seen.add(event)) {
            scattered.add(event);
        }
    }

    /** The event is to be taken for scattered. */
    public void scatter(String event) {
        scattered.add(event);
    }

    /** Every event is to be taken for scattered. */
    public void scatterAll() {
        all = true;
    }

    /** Whether rows of the event may stand apart. Holds only once all rows were seen. */
    public boolean contains(String event) {
        return all || scattered.contains(event);
    }
}
