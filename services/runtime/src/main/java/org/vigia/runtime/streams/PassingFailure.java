package org.vigia.runtime.streams;

import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/** A failure that passes by itself: a broker or a registry that does not answer for a while. */
final class PassingFailure {

    private PassingFailure() {}

    static boolean isOne(Throwable exception) {
        for (@Nullable Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof RetriableException) {
                return true;
            }
        }
        return false;
    }
}
