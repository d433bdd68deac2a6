package org.vigia.screening.series;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.vigia.events.Envelope;
import org.vigia.events.LabDismantlement;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.Seizure;
import org.vigia.schemas.validity.EventFaults;
import org.vigia.screening.history.Observations;
import org.vigia.screening.state.Observation;

/**
 * A kind of events that is observed.
 *
 * @param store name of the store of what is observed now
 * @param possible whether an event can be true
 */
record ObservedKind<V>(
        String store,
        Function<V, Envelope> envelope,
        Predicate<V> possible,
        BiFunction<Observations, V, List<Observation>> observe) {

    static final ObservedKind<PrecursorShipment> SHIPMENTS = new ObservedKind<>(
            "observed-shipments",
            PrecursorShipment::getEnvelope,
            event -> EventFaults.of(event).isEmpty(),
            Observations::of);

    static final ObservedKind<LabDismantlement> LABORATORIES = new ObservedKind<>(
            "observed-laboratories",
            LabDismantlement::getEnvelope,
            event -> EventFaults.of(event).isEmpty(),
            Observations::of);

    static final ObservedKind<Seizure> SEIZURES = new ObservedKind<>(
            "observed-seizures",
            Seizure::getEnvelope,
            event -> EventFaults.of(event).isEmpty(),
            Observations::of);
}
