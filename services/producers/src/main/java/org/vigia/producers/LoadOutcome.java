package org.vigia.producers;

import org.vigia.events.LedgerEntry;

/** What became of one of several inputs that were loaded together. */
public sealed interface LoadOutcome {

    /** It landed, now or before under the same name. */
    record Landed(LedgerEntry account) implements LoadOutcome {}

    /** It alone is at fault, and nothing of it landed. */
    record Refused(Exception why) implements LoadOutcome {}
}
