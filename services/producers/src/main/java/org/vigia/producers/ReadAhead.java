package org.vigia.producers;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads rows in a thread of its own, so that reading and publishing keep two cores busy. What is read ahead is bounded by
 * {@value #MOST_BYTES} bytes of rows and a few hundred events a portion, of which at most {@value #PORTIONS} wait.
 */
final class ReadAhead {

    private static final Logger LOG = LoggerFactory.getLogger(ReadAhead.class);

    private static final int PORTIONS = 4;
    private static final int MOST_EVENTS = 512;
    private static final long MOST_BYTES = 1 << 20;
    private static final long PATIENCE_MILLIS = 100;

    private final BlockingQueue<Portion> waiting = new ArrayBlockingQueue<>(PORTIONS);
    private final Reading reading;
    private volatile boolean givenUp;

    private ReadAhead(Reading reading) {
        this.reading = reading;
    }

    /** Where outcomes go, in the order of the file. */
    @FunctionalInterface
    interface Output {
        void add(Outcome outcome) throws IOException;
    }

    /** Where outcomes go together. */
    @FunctionalInterface
    private interface Portions {
        void add(List<Outcome> outcomes) throws IOException;
    }

    /** Reads all rows. */
    @FunctionalInterface
    interface Reading {
        void into(Output output) throws IOException;
    }

    /** Takes what was read. */
    interface Taker {

        /** The next outcomes. */
        void take(List<Outcome> outcomes) throws IOException;

        /** Nothing was read for a while. */
        void idle() throws IOException;
    }

    /**
     * Some outcomes, or the end.
     *
     * @param failure why reading ended, if not at the end
     */
    private record Portion(
            List<Outcome> outcomes, boolean last, @Nullable Throwable failure) {}

    /** Gathers outcomes, and hands them on when they are enough. */
    private static final class Gathering implements Output {

        private final Portions next;
        private List<Outcome> outcomes = new ArrayList<>();
        private long bytes;

        Gathering(Portions next) {
            this.next = next;
        }

        @Override
        public void add(Outcome outcome) throws IOException {
            outcomes.add(outcome);
            bytes += outcome.bytes();
            if (outcomes.size() >= MOST_EVENTS || bytes >= MOST_BYTES) {
                next.add(rest());
            }
        }

        List<Outcome> rest() {
            List<Outcome> gathered = outcomes;
            outcomes = new ArrayList<>();
            bytes = 0;
            return gathered;
        }
    }

    /** Reads and takes in this thread, as fits what is small. */
    static void without(Reading reading, Taker taker) throws IOException {
        Gathering gathering = new Gathering(taker::take);
        try {
            reading.into(gathering);
        } catch (UnreadableFileException e) {
            taker.take(gathering.rest());
            throw e;
        }
        taker.take(gathering.rest());
    }

    /**
     * Reads in another thread and takes in this one. Returns or throws only when the other thread has ended.
     *
     * @throws IOException what reading or taking threw; what was read before is taken first
     */
    static void run(String name, Reading reading, Taker taker) throws IOException {
        ReadAhead ahead = new ReadAhead(reading);
        Thread thread = Thread.ofPlatform().name("read-" + name).daemon().start(ahead::read);
        try {
            ahead.take(taker);
        } finally {
            ahead.givenUp = true;
            join(thread);
        }
    }

    private void read() {
        Gathering gathering = new Gathering(outcomes -> hand(new Portion(outcomes, false, null)));
        Throwable failure = null;
        try {
            reading.into(gathering);
        } catch (GivenUpException e) {
            return;
        } catch (Throwable e) {
            // Thrown again by the thread that takes, errors included.
            failure = e;
        }
        try {
            hand(new Portion(gathering.rest(), true, failure));
        } catch (GivenUpException e) {
            LOG.debug("Nobody takes what was read to the end", e);
        }
    }

    private void hand(Portion portion) {
        try {
            while (!waiting.offer(portion, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                if (givenUp) {
                    throw new GivenUpException();
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts the thread that reads", e);
        }
    }

    private void take(Taker taker) throws IOException {
        while (true) {
            Portion portion = next();
            if (portion == null) {
                taker.idle();
                continue;
            }
            taker.take(portion.outcomes());
            if (portion.failure() != null) {
                throwAgain(portion.failure());
            }
            if (portion.last()) {
                return;
            }
        }
    }

    private @Nullable Portion next() throws IOException {
        try {
            return waiting.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The load was interrupted. Load the same again.");
        }
    }

    private static void throwAgain(Throwable failure) throws IOException {
        switch (failure) {
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(failure);
        }
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends reading, because nobody takes what is read. */
    private static final class GivenUpException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
