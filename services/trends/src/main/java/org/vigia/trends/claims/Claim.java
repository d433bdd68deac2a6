package org.vigia.trends.claims;

import org.vigia.events.ClaimStatus;
import org.vigia.events.Envelope;
import org.vigia.trends.state.ChangeSource;
import org.vigia.trends.state.CountedClaim;

/**
 * One version of a claim, as far as trends are concerned.
 *
 * @param key identifies the claim among those of all kinds of event
 * @param eventId identifies the claim among those of its kind
 * @param status how sure it is
 * @param recordedAt when the version was recorded, milliseconds since 1970, at least 0
 * @param source the row it rests on
 * @param counted what it adds; without lines if it is retracted or says nothing that is counted
 */
public record Claim(
        String key, String eventId, ClaimStatus status, long recordedAt, ChangeSource source, CountedClaim counted) {

    static Claim of(String kind, Envelope envelope, CountedClaim counted) {
        return new Claim(
                KeyText.join(kind, envelope.getEventId()),
                envelope.getEventId(),
                envelope.getStatus(),
                Math.max(0, envelope.getRecordedAt().toEpochMilli()),
                new ChangeSource(
                        envelope.getSource().getFile(),
                        envelope.getSource().getLine(),
                        envelope.getSource().getChecksum(),
                        envelope.getSource().getBatchId()),
                counted);
    }
}
