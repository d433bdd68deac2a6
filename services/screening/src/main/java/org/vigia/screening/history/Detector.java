package org.vigia.screening.history;

import java.util.Collection;
import java.util.List;
import org.vigia.events.AlertKind;
import org.vigia.screening.state.Observation;

/** One way to look at history. */
public sealed interface Detector
        permits DeclarationMismatch, Structuring, NewRoute, Convergence, LaboratoryLink, QuantityOutlier {

    /** All of them. */
    List<Detector> ALL = List.of(
            new DeclarationMismatch(),
            new Structuring(),
            new NewRoute(),
            new Convergence(),
            new LaboratoryLink(),
            new QuantityOutlier());

    /** The kind of its alerts, whose name is that of its settings. */
    AlertKind kind();

    /** The series that an observation belongs to; none if it does not concern the detector. */
    List<SeriesKey> series(Observation observation);

    /**
     * Judges again whatever an observation bears on that has just come to a partition, or has just left it. The history
     * is that after the change.
     *
     * @param partition one of those that the observation belongs to
     * @param changed the observation, in the history or not any more
     * @return each observation that is in the history and may be judged otherwise now, the changed one too
     */
    Collection<Judged> judge(String partition, Observation changed, History history, Context context);
}
