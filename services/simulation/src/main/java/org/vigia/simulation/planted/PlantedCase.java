package org.vigia.simulation.planted;

import java.util.List;

/**
 * Cases of one kind of alert. A class says what a case of its kind is, makes one, and says so in the truth; docs/simulate.md
 * has the definitions in words.
 */
public interface PlantedCase {

    /** All kinds, in the order in which they are planted; the order is part of the files' bytes. */
    List<PlantedCase> ALL = List.of(
            new WatchListCase(),
            new RetroListingCase(),
            new SanctionedPartyCase(),
            new DeclarationMismatchCase(),
            new QuantityCase(),
            new StructuringCase(),
            new NewRouteCase(),
            new ConvergenceCase(),
            new LaboratoryLinkCase(),
            new SeizureSurgeCase(),
            new DisplacementCase());

    Kind kind();

    /** How many cases a simulation of so many events has. */
    int cases(long events);

    /** Makes a case: adds what happened to the story, and what is to be found to the truth. */
    void plant(Story story, int number);
}
