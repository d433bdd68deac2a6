package org.vigia.standalone.commands;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and SIGTERM: tells the command, and holds the JVM back until everything is closed. Declare it first in the
 * try-with-resources, so that it is closed last.
 */
final class Stop implements AutoCloseable {

    /** Applications have 20 s and the broker 30 s. */
    private static final long LIMIT_SECONDS = 60;

    private final CompletableFuture<Object> requested = new CompletableFuture<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::request, "stop");
    private final Runnable told;

    private Stop(Runnable told) {
        this.told = told;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** For a command that waits in {@link #await}. */
    static Stop byAwait() {
        return new Stop(() -> {});
    }

    /** For a command that works: the thread that does it is interrupted. */
    static Stop byInterrupt(Thread worker) {
        return new Stop(worker::interrupt);
    }

    /** Waits until a stop is asked for, or a failure comes first and is thrown. */
    void await(CompletableFuture<Object> failure) throws InterruptedException, ExecutionException {
        CompletableFuture.anyOf(requested, failure).get();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is stopping already, and the hook is what it waits for.
        }
    }

    private void request() {
        requested.complete("stop");
        told.run();
        try {
            if (!closed.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("vigia: not everything stopped within " + LIMIT_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
