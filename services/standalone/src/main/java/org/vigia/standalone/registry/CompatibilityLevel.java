package org.vigia.standalone.registry;

/** Which earlier versions of a subject a new version must be able to read, or be read by. */
enum CompatibilityLevel {
    /** Anything may follow anything. */
    NONE(false, false, false),
    /** The new version reads what the version before wrote. */
    BACKWARD(true, false, false),
    /** The new version reads what every version wrote. */
    BACKWARD_TRANSITIVE(true, false, true),
    /** The version before reads what the new version writes. */
    FORWARD(false, true, false),
    /** Every version reads what the new version writes. */
    FORWARD_TRANSITIVE(false, true, true),
    /** BACKWARD and FORWARD. */
    FULL(true, true, false),
    /** BACKWARD_TRANSITIVE and FORWARD_TRANSITIVE. */
    FULL_TRANSITIVE(true, true, true);

    private final boolean backward;
    private final boolean forward;
    private final boolean transitive;

    CompatibilityLevel(boolean backward, boolean forward, boolean transitive) {
        this.backward = backward;
        this.forward = forward;
        this.transitive = transitive;
    }

    boolean backward() {
        return backward;
    }

    boolean forward() {
        return forward;
    }

    boolean transitive() {
        return transitive;
    }
}
