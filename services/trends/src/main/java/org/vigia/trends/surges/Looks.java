package org.vigia.trends.surges;

/**
 * Whether surges are looked for by themselves, once changes pause, or when somebody who knows that no more come says so.
 * Shared by the threads of one application.
 */
public final class Looks {

    private enum When {
        BY_THEMSELVES,
        HELD_BACK,
        AT_ONCE
    }

    private volatile When when;

    private Looks(When when) {
        this.when = when;
    }

    /** When changes pause. */
    public static Looks byThemselves() {
        return new Looks(When.BY_THEMSELVES);
    }

    /** Not before {@link #release}. */
    public static Looks heldBack() {
        return new Looks(When.HELD_BACK);
    }

    /** No more changes come; from now on whatever changes is looked at right away. */
    public void release() {
        when = When.AT_ONCE;
    }

    boolean areHeldBack() {
        return when == When.HELD_BACK;
    }

    boolean areDue() {
        return when == When.AT_ONCE;
    }
}
