package org.vigia.producers.redrive;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigia.events.RejectedRecord;
import org.vigia.events.RejectionReason;

/**
 * Which refused rows.
 *
 * @param reason those refused for this reason; null for all but those that a definition leaves out on purpose
 */
public record Selection(@Nullable RejectionReason reason) {

    /**
     * The selection that a user names.
     *
     * @param reason name of a reason in any case, or null for all
     * @throws IllegalArgumentException if there is no such reason; the message names those there are
     */
    public static Selection of(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            return new Selection(null);
        }
        try {
            return new Selection(RejectionReason.valueOf(reason.strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "There is no reason \"" + reason + "\". Reasons: "
                            + Arrays.stream(RejectionReason.values())
                                    .map(Enum::name)
                                    .collect(Collectors.joining(", "))
                            + ".",
                    e);
        }
    }

    /** Whether a refused row is among them. */
    public boolean has(RejectedRecord record) {
        return reason == null ? record.getReason() != RejectionReason.LEFT_OUT : record.getReason() == reason;
    }
}
