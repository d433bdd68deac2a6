package org.vigia.producers.claim;

/** What became of a row; every row read has exactly one. */
public enum Disposition {
    /** First claim of its event. */
    ACCEPTED,
    /** Says what is already known. */
    UNCHANGED,
    /** Says something else than the claim before. */
    REVISED,
    /** Takes the event back. */
    RETRACTED,
    /** Cannot be taken. */
    REJECTED
}
