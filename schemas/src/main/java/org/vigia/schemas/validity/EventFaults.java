package org.vigia.schemas.validity;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigia.events.Envelope;
import org.vigia.events.FoundItem;
import org.vigia.events.GoodsLine;
import org.vigia.events.LabDismantlement;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.Quantity;
import org.vigia.events.SeizedItem;
import org.vigia.events.Seizure;

/**
 * What makes a well-formed event impossible: the producers here never send such a thing, but a foreign client can. Each
 * method gives the first fault, in a sentence that names the event and says what to do, or nothing.
 *
 * <p>The limits of a quantity are those of {@link QuantityLimits}; times lie in the years 1 to 9999.
 */
public final class EventFaults {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");
    private static final int LONGEST_AMOUNT = 64;

    private EventFaults() {}

    /** The fault of a seizure. */
    public static Optional<String> of(Seizure seizure) {
        String fault = envelope(seizure.getEnvelope());
        if (fault == null && seizure.getIncidents() < 0) {
            fault = "it stands for " + seizure.getIncidents() + " incidents, but there cannot be less than none";
        }
        for (SeizedItem item : seizure.getItems()) {
            fault = fault == null ? quantity(item.getQuantity()) : fault;
            fault = fault == null ? purity(item.getPurityPercent()) : fault;
        }
        return sentence("Seizure", seizure.getEnvelope(), fault);
    }

    /** The fault of a dismantlement. */
    public static Optional<String> of(LabDismantlement laboratory) {
        String fault = envelope(laboratory.getEnvelope());
        if (fault == null && laboratory.getLaboratories() < 0) {
            fault = "it stands for " + laboratory.getLaboratories()
                    + " laboratories, but there cannot be less than none";
        }
        for (FoundItem item : laboratory.getItems()) {
            fault = fault == null ? quantity(item.getQuantity()) : fault;
        }
        return sentence("Dismantlement", laboratory.getEnvelope(), fault);
    }

    /** The fault of a shipment. */
    public static Optional<String> of(PrecursorShipment shipment) {
        String fault = envelope(shipment.getEnvelope());
        for (GoodsLine goods : shipment.getGoods()) {
            fault = fault == null ? quantity(goods.getQuantity()) : fault;
        }
        return sentence("Shipment", shipment.getEnvelope(), fault);
    }

    private static Optional<String> sentence(String kind, Envelope envelope, @Nullable String fault) {
        return fault == null
                ? Optional.empty()
                : Optional.of(kind + " \"" + envelope.getEventId() + "\" cannot be true: " + fault
                        + ". Correct it and send it again.");
    }

    private static @Nullable String envelope(Envelope envelope) {
        if (envelope.getEventId().isBlank() || envelope.getEventId().indexOf('\0') >= 0) {
            return "its event id is empty or holds a null character";
        }
        if (isOutside(envelope.getOccurredAt()) || isOutside(envelope.getRecordedAt())) {
            return "its times lie outside the years 1 to 9999";
        }
        return null;
    }

    private static boolean isOutside(Instant time) {
        return time.isBefore(FIRST) || !time.isBefore(END);
    }

    private static @Nullable String purity(@Nullable Double percent) {
        return percent == null || (percent >= 0 && percent <= 100)
                ? null
                : "a purity of " + percent + " percent is not between 0 and 100";
    }

    private static @Nullable String quantity(@Nullable Quantity quantity) {
        if (quantity == null) {
            return null;
        }
        if (!isDecimal(quantity.getAmount())) {
            return "the amount of a quantity is no plain decimal number of at least 0 such as 12.5";
        }
        String fault = measure("mass", quantity.getMicrograms(), QuantityLimits.MASS);
        fault = fault == null ? measure("volume", quantity.getMicrolitres(), QuantityLimits.VOLUME) : fault;
        return fault == null ? measure("count", quantity.getMilliunits(), QuantityLimits.COUNT) : fault;
    }

    private static @Nullable String measure(String name, @Nullable Long value, QuantityLimits limit) {
        if (value == null || (value >= 0 && value <= limit.most())) {
            return null;
        }
        return "a %s of %d %s is %s"
                .formatted(name, value, limit.unit(), value < 0 ? "less than none" : "more than " + limit.words());
    }

    /** Whether a text is digits with at most one point between them. */
    public static boolean isDecimal(String text) {
        int point = -1;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '.' && point < 0) {
                point = at;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= LONGEST_AMOUNT && point != 0 && point != text.length() - 1;
    }
}
