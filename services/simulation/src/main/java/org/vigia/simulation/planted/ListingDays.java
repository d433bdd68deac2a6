package org.vigia.simulation.planted;

import org.vigia.simulation.world.Substance;
import org.vigia.simulation.world.Substance.Role;

/** When the substances that are listed late are listed. */
public final class ListingDays {

    private static final int FIRST = 760;
    private static final int APART = 80;

    /** More than the 120 days by which a planted shipment comes before its listing. */
    private static final int CORRECTED_BY = 130;

    private ListingDays() {}

    /** Day of the period on which a substance is listed. */
    public static int of(Substance substance) {
        return FIRST + APART * Substance.of(Role.LATER).indexOf(substance);
    }

    /** Day from which on it was in force after all, as a correction of the list says. */
    public static int corrected(Substance substance) {
        return of(substance) - CORRECTED_BY;
    }
}
