/**
 * Partner file to events: loads a file through a feed into Kafka, and accounts for every row.
 *
 * <p>Seizures, laboratories and shipments in Vigía's own formats may take several rows; how they become one event is
 * stated in {@link org.vigia.producers.claim}. A file states an event as a whole: what a later file leaves out of an event
 * that it names is no longer claimed.
 *
 * <p><b>Loading again.</b> The very same bytes, loaded again by the same feed, change nothing, even after later
 * corrections: rows of known events are unchanged, rows of unknown events (refused then, good now) land, and bad rows are
 * refused again. So an old file sent again cannot revert a correction; to do that, send the rows in a new file.
 *
 * <p><b>Failures.</b> What a load committed before it failed stays and has a ledger entry that is marked incomplete, so
 * that the ledger of the topic adds up. Of a file that cannot be read to its end, rows that are claims by themselves land;
 * of events of several rows none does, because their rows may go on behind the cut. Only if Kafka takes no more, or the
 * process is killed, such an entry is missing; the next load then counts what landed as unchanged.
 */
@NullMarked
package org.vigia.producers;

import org.jspecify.annotations.NullMarked;
