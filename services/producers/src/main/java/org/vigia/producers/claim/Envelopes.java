package org.vigia.producers.claim;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigia.events.ClaimStatus;
import org.vigia.events.Envelope;
import org.vigia.events.Place;
import org.vigia.events.RejectionReason;
import org.vigia.events.TimePrecision;
import org.vigia.producers.cell.Dates;
import org.vigia.producers.cell.EventDate;
import org.vigia.producers.cell.Handlings;
import org.vigia.producers.cell.Places;
import org.vigia.producers.table.RowRejection;

/** Envelopes of events in Vigía's own formats. */
public final class Envelopes {

    private static final EventDate UNKNOWN = new EventDate(Instant.EPOCH, TimePrecision.UNKNOWN);

    private Envelopes() {}

    /** An event whose place is given by the columns country, area, place, latitude and longitude. */
    public static Envelope placed(
            ClaimRows rows, Batch batch, String key, @Nullable EventDate date, String dateColumn) {
        return of(rows, batch, key, date, dateColumn, Places.of(rows.whole()), rows.text("agency"));
    }

    /**
     * An envelope. A retraction needs no date, because it takes back whatever was claimed before: without one its event
     * time is 1970 with unknown precision.
     */
    public static Envelope of(
            ClaimRows rows,
            Batch batch,
            String key,
            @Nullable EventDate date,
            String dateColumn,
            Place place,
            String agency) {
        if (date == null && rows.status() != ClaimStatus.RETRACTED) {
            throw new RowRejection(
                    RejectionReason.MISSING_VALUE,
                    "Column " + dateColumn + " is empty in every row of " + key + ". Give the date of the event.");
        }
        EventDate when = date == null ? UNKNOWN : Dates.notAfter(date, batch.asOf(), dateColumn);
        return new Envelope(
                key,
                batch.partner(),
                batch.feed(),
                batch.recordedAt(),
                when.start(),
                when.precision(),
                place,
                agency,
                Handlings.of(rows, "handling"),
                rows.status(),
                batch.source(rows.line()));
    }
}
