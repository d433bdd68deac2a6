package org.vigia.standalone.commands;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Waits for Ctrl-C or SIGTERM, and holds the JVM back until everything is closed. Declare it first in the
 * try-with-resources, so that it is closed last.
 */
final class Stop implements AutoCloseable {

    private static final long LIMIT_SECONDS = 40;

    private final CompletableFuture<Object> requested = new CompletableFuture<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    Stop() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::request, "stop"));
    }

    /** Waits until a stop is asked for, or a failure comes first and is thrown. */
    void await(CompletableFuture<Object> failure) throws InterruptedException, ExecutionException {
        CompletableFuture.anyOf(requested, failure).get();
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void request() {
        requested.complete("stop");
        try {
            if (!closed.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("vigia: not everything stopped within " + LIMIT_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
