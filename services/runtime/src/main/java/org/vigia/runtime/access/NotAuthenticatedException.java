package org.vigia.runtime.access;

/** The credentials of a request prove nothing. Carries no stack trace: it is no bug. */
public final class NotAuthenticatedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * Refuses.
     *
     * @param message for the caller, who may be anybody
     * @param reason for the audit
     */
    NotAuthenticatedException(String message, String reason) {
        super(message, null, false, false);
        this.reason = reason;
    }

    /** Why, for the audit. */
    public String reason() {
        return reason;
    }
}
