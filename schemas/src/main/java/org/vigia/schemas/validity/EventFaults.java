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
 * <p>The limits keep any one event far from the 64 bits of a sum: 100 tonnes (10<sup>14</sup> micrograms), 100 cubic
 * metres (10<sup>14</sup> microlitres), 10<sup>12</sup> pieces (10<sup>15</sup> thousandths), times in the years 1 to
 * 9999.
 */
public final class EventFaults {

    static final long MOST_MASS_OR_VOLUME = 100_000_000_000_000L;
    static final long MOST_MILLIUNITS = 1_000_000_000_000_000L;
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
            return "the amount of a quantity is no plain decimal number such as 12.5";
        }
        if (exceeds(quantity.getMicrograms(), MOST_MASS_OR_VOLUME)) {
            return "a mass of " + quantity.getMicrograms() + " micrograms is more than 100 tonnes";
        }
        if (exceeds(quantity.getMicrolitres(), MOST_MASS_OR_VOLUME)) {
            return "a volume of " + quantity.getMicrolitres() + " microlitres is more than 100 cubic metres";
        }
        if (exceeds(quantity.getMilliunits(), MOST_MILLIUNITS)) {
            return "a count of " + quantity.getMilliunits() + " thousandths is more than 10^12 pieces";
        }
        return null;
    }

    private static boolean exceeds(@Nullable Long value, long most) {
        return value != null && (value > most || value < -most);
    }

    /** Whether a text is digits with at most one point between them, perhaps after a minus sign. */
    public static boolean isDecimal(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int point = -1;
        for (int at = start; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '.' && point < 0) {
                point = at;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return text.length() > start && text.length() <= LONGEST_AMOUNT && point != start && point != text.length() - 1;
    }
}
