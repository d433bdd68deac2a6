package org.vigia.producers;

import java.util.List;
import org.vigia.producers.claim.ClaimAssembler;
import org.vigia.producers.table.RawRecord;
import org.vigia.producers.table.RowRejection;

/** What comes of reading rows, before it is known what was published of their event. */
sealed interface Outcome {

    /** About how many bytes of memory it holds. */
    long bytes();

    /**
     * Rows of one event.
     *
     * @param assembled what they say
     * @param surplus rows beyond those that may be taken together
     * @param rows how many they are, without the surplus
     */
    record OfEvent(ClaimAssembler.Assembled assembled, List<RawRecord> surplus, int rows, long bytes)
            implements Outcome {}

    /** A record that is no row that can be taken. */
    record Refused(RawRecord record, RowRejection why) implements Outcome {
        @Override
        public long bytes() {
            return record.bytes().length;
        }
    }

    /**
     * A row that speaks of several events, which follow.
     *
     * @param line first line of the row
     */
    record Spread(long line, int events) implements Outcome {
        @Override
        public long bytes() {
            return 0;
        }
    }

    /** A row that waits for others of its event. */
    record Waiting() implements Outcome {

        static final Waiting ROW = new Waiting();

        @Override
        public long bytes() {
            return 0;
        }
    }
}
