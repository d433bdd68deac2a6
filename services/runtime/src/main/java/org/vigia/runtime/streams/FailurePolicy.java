package org.vigia.runtime.streams;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;

/**
 * What happens when a stream thread dies. If the cause passes (a broker or registry that does not answer) the thread is
 * replaced, up to a number of times within a period; anything else stops the application, because going on after a bug
 * would write wrong figures.
 */
final class FailurePolicy implements StreamsUncaughtExceptionHandler {

    static final int MOST_REPLACEMENTS = 10;
    static final Duration PERIOD = Duration.ofMinutes(5);

    private final Clock clock;
    private final Deque<Instant> replacements = new ArrayDeque<>();
    private final Consumer<Throwable> stopped;

    /** @param stopped told the cause when the application is stopped */
    FailurePolicy(Clock clock, Consumer<Throwable> stopped) {
        this.clock = clock;
        this.stopped = stopped;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable exception) {
        if (PassingFailure.isOne(exception) && mayReplace()) {
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        stopped.accept(exception);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private boolean mayReplace() {
        Instant now = clock.instant();
        while (!replacements.isEmpty() && replacements.getFirst().isBefore(now.minus(PERIOD))) {
            replacements.removeFirst();
        }
        if (replacements.size() >= MOST_REPLACEMENTS) {
            return false;
        }
        replacements.addLast(now);
        return true;
    }
}
