package org.vigia.screening.revision;

import org.jspecify.annotations.Nullable;
import org.vigia.events.ClaimStatus;
import org.vigia.events.Envelope;
import org.vigia.events.Handling;
import org.vigia.events.Source;

/**
 * Why alerts are looked at again.
 *
 * @param reference id of the event, or name of the settings
 * @param reason one sentence that says why what is found no more is withdrawn
 * @param status of the event
 * @param source the row that it rests on; null if it is no row
 */
public record Cause(
        String reference,
        String reason,
        String status,
        @Nullable Source source,
        Handling handling) {

    /** A new version of the event that the alerts are about. */
    public static Cause of(Envelope subject) {
        String reason = subject.getStatus() == ClaimStatus.RETRACTED
                ? "%s retracted %s%s."
                : "%s corrected %s%s, and as corrected it no longer gives cause for this alert.";
        return new Cause(
                subject.getEventId(),
                reason.formatted(subject.getPartner(), subject.getEventId(), row(subject.getSource())),
                subject.getStatus().name(),
                subject.getSource(),
                subject.getHandling());
    }

    /** Where a claim stands, in words that follow its id. */
    public static String row(Source source) {
        return " (line " + source.getLine() + " of the file " + source.getFile() + ")";
    }
}
