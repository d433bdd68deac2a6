package org.vigia.producers.redrive;

import java.util.SortedMap;
import java.util.TreeMap;
import org.vigia.events.LedgerEntry;

/**
 * What became of refused rows that were sent again: {@code read = accepted + unchanged + revised + retracted + rejected}.
 *
 * @param feed of which feed
 * @param sent false if it was only tried
 * @param selected refused rows that were looked at
 * @param read rows that were sent again
 * @param others those of them that had landed, and went along with refused ones of the same events
 * @param notSendable why others were not, with their number
 */
public record RedriveReport(
        String feed,
        boolean sent,
        long selected,
        long read,
        long others,
        long accepted,
        long unchanged,
        long revised,
        long retracted,
        long rejected,
        SortedMap<String, Long> notSendable) {

    static RedriveReport none(String feed, boolean sent) {
        return new RedriveReport(feed, sent, 0, 0, 0, 0, 0, 0, 0, 0, new TreeMap<>());
    }

    RedriveReport and(LedgerEntry entry, long alongside) {
        return new RedriveReport(
                feed,
                sent,
                selected + entry.getRead() - alongside,
                read + entry.getRead(),
                others + alongside,
                accepted + entry.getAccepted(),
                unchanged + entry.getUnchanged(),
                revised + entry.getRevised(),
                retracted + entry.getRetracted(),
                rejected + entry.getRejected(),
                notSendable);
    }

    RedriveReport without(String why, long rows) {
        SortedMap<String, Long> more = new TreeMap<>(notSendable);
        more.merge(why, rows, Long::sum);
        return new RedriveReport(
                feed, sent, selected + rows, read, others, accepted, unchanged, revised, retracted, rejected, more);
    }
}
