package org.vigia.standalone.registry;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** How far the topic has been read, for those who wait for it. */
final class ReadProgress {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long position;
    private @Nullable String ended;

    /** The next offset to read. */
    void reached(long newPosition) {
        lock.lock();
        try {
            position = newPosition;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** No more will be read. */
    void ended(String reason) {
        lock.lock();
        try {
            ended = reason;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** @throws RegistryError 50001 if reading has ended */
    void requireReading() {
        lock.lock();
        try {
            if (ended != null) {
                throw RegistryError.store("The registry no longer reads its topic: " + ended);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until a position is reached.
     *
     * @throws RegistryError 50001 if reading has ended, 50002 if it takes longer than the limit
     */
    void await(long target, Duration limit) {
        lock.lock();
        try {
            long nanos = limit.toNanos();
            while (position < target) {
                requireReading();
                if (nanos <= 0) {
                    throw RegistryError.storeTimeout("The topic was read to " + position + " and not to " + target
                            + " in " + limit.toSeconds() + " s");
                }
                nanos = changed.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RegistryError.store("The registry is stopping");
        } finally {
            lock.unlock();
        }
    }
}
