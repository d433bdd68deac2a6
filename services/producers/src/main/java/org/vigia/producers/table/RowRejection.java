package org.vigia.producers.table;

import org.vigia.events.RejectionReason;

/** Why a row is refused, in words for the clerk who sent it. Carries no stack trace, because it is no bug. */
public final class RowRejection extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RejectionReason reason;

    /**
     * Refuses a row.
     *
     * @param detail what is wrong, in which column, and what to do
     */
    public RowRejection(RejectionReason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    public RejectionReason reason() {
        return reason;
    }

    /** What is wrong, in which column, and what to do. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
