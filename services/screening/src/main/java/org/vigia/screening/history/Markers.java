package org.vigia.screening.history;

import org.vigia.screening.state.EventRole;
import org.vigia.screening.state.Facet;
import org.vigia.screening.state.Observation;
import org.vigia.screening.state.ObservedSource;

/** Positions in a series at which no event need be. */
final class Markers {

    private Markers() {}

    /** Stands before all of a time. */
    static Observation at(long time) {
        return Observation.newBuilder()
                .setEventId("")
                .setPart("")
                .setRole(EventRole.SHIPMENT)
                .setFacet(Facet.GOODS)
                .setAt(time)
                .setDated(false)
                .setPartner("")
                .setLabel("")
                .setSource(new ObservedSource("", 0L, "", ""))
                .build();
    }
}
