package org.vigia.producers.redrive;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigia.events.RejectedRecord;
import org.vigia.events.RejectionReason;

/**
 * Which refused rows.
 *
 * @param reason those refused for this reason; null for all but those that a definition leaves out on purpose
 * @param mended what rows should have been, by the id of their rejected record: only these are sent; empty for all, as they
 *     were
 */
public record Selection(@Nullable RejectionReason reason, Map<String, String> mended) {

    public Selection {
        mended = Map.copyOf(mended);
    }

    /**
     * The selection that a user names.
     *
     * @param reason name of a reason in any case, or null for all
     * @throws IllegalArgumentException if there is no such reason; the message names those there are
     */
    public static Selection of(@Nullable String reason) {
        return of(reason, Map.of());
    }

    /**
     * The selection that a user names.
     *
     * @param mended rows, by the id of their rejected record
     * @throws IllegalArgumentException as {@link #of(String)}
     */
    public static Selection of(@Nullable String reason, Map<String, String> mended) {
        if (reason == null || reason.isBlank()) {
            return new Selection(null, mended);
        }
        try {
            return new Selection(RejectionReason.valueOf(reason.strip().toUpperCase(Locale.ROOT)), mended);
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
        return (reason == null ? record.getReason() != RejectionReason.LEFT_OUT : record.getReason() == reason)
                && (mended.isEmpty() || mended.containsKey(record.getRejectionId()));
    }

    /** Whether rows were mended. */
    boolean mends() {
        return !mended.isEmpty();
    }

    /** What the row should have been; null if it was not mended. */
    @Nullable
    String mended(RejectedRecord record) {
        return mended.get(record.getRejectionId());
    }
}
