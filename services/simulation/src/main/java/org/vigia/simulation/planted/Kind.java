package org.vigia.simulation.planted;

/** The kinds of alerts; the names are those of the alerts themselves. */
public enum Kind {
    WATCH_LIST(0),
    RETRO_LISTING(1),
    SANCTIONED_PARTY(2),
    DECLARATION_MISMATCH(3),
    QUANTITY(4),
    STRUCTURING(5),
    NEW_ROUTE(6),
    CONVERGENCE(7),
    LAB_LINK(8),
    SEIZURE_SURGE(9),
    DISPLACEMENT(10);

    private final int number;

    Kind(int number) {
        this.number = number;
    }

    /** Tells the draws and actors of a kind apart; part of the files' bytes. */
    int number() {
        return number;
    }
}
