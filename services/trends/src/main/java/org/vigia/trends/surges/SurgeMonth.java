package org.vigia.trends.surges;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A month held against the same season of earlier years.
 *
 * @param month the {@link Months month}
 * @param events its incidents
 * @param kilograms its mass
 * @param compared the months that it is compared with
 * @param expected how many incidents were to be expected
 * @param mass what mass was, null if too few of the months have one
 * @param byEvents whether its incidents are unusual
 * @param byMass whether its mass is unusual
 * @param complete whether the agency has reported a later month; else the figures may still grow
 */
record SurgeMonth(
        int month,
        long events,
        double kilograms,
        List<Integer> compared,
        ExpectedCount expected,
        @Nullable ExpectedMass mass,
        boolean byEvents,
        boolean byMass,
        boolean complete) {}
