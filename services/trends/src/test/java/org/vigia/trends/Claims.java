package org.vigia.trends;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.vigia.events.ClaimStatus;
import org.vigia.events.Envelope;
import org.vigia.events.Handling;
import org.vigia.events.MeasurementUnit;
import org.vigia.events.Quantity;
import org.vigia.events.SeizedItem;
import org.vigia.events.Seizure;
import org.vigia.events.TimePrecision;
import org.vigia.events.TrafficLight;
import org.vigia.events.TrendFigures;
import org.vigia.schemas.fixtures.Events;

/** Versions of seizure claims, changed where a test cares. */
final class Claims {

    static final long KILOGRAM = 1_000_000_000L;

    private Claims() {}

    /** A seizure of a whole number of kilograms of cocaine, which has no morphine-equivalent factor. */
    static Seizure cocaine(String eventId, String day, long kilograms) {
        return Events.seizure(eventId, day, "cocaine", Long.toString(kilograms));
    }

    static Seizure with(Seizure seizure, Consumer<Envelope.Builder> change) {
        Envelope.Builder envelope = Envelope.newBuilder(seizure.getEnvelope());
        change.accept(envelope);
        return Seizure.newBuilder(seizure).setEnvelope(envelope.build()).build();
    }

    static Seizure in(String batchId, Seizure seizure) {
        return with(seizure, envelope -> envelope.setSource(Events.source(batchId, 2)));
    }

    static Seizure retracted(Seizure seizure) {
        return with(seizure, envelope -> envelope.setStatus(ClaimStatus.RETRACTED));
    }

    static Seizure labelled(TrafficLight tlp, Seizure seizure) {
        return with(
                seizure,
                envelope ->
                        envelope.setHandling(Handling.newBuilder().setTlp(tlp).build()));
    }

    static Seizure precise(TimePrecision precision, Seizure seizure) {
        return with(seizure, envelope -> envelope.setPrecision(precision));
    }

    static SeizedItem item(String substance, Quantity quantity) {
        return SeizedItem.newBuilder()
                .setDeclared(substance)
                .setSubstance(substance)
                .setQuantity(quantity)
                .build();
    }

    static Quantity tablets(long tablets) {
        return Quantity.newBuilder()
                .setAmount(Long.toString(tablets))
                .setUnit(MeasurementUnit.TABLET)
                .setMilliunits(tablets * 1_000)
                .build();
    }

    static Seizure holding(Seizure seizure, int incidents, SeizedItem... items) {
        return Seizure.newBuilder(seizure)
                .setIncidents(incidents)
                .setItems(List.of(items))
                .build();
    }

    /** Figures of a drug without factor that was only weighed. */
    static TrendFigures figures(long events, long kilograms) {
        return figures(events, kilograms, Optional.empty());
    }

    static TrendFigures figures(long events, long kilograms, Optional<Long> equivalentKilograms) {
        return new TrendFigures(
                events,
                kilograms * KILOGRAM,
                0L,
                0L,
                equivalentKilograms.map(k -> k * KILOGRAM).orElse(null));
    }
}
