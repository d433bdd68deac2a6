package org.vigia.runtime.streams;

/**
 * An event that can be read but cannot be true, thrown before any state is touched: it goes to the dead letters, and the
 * application goes on. Never throw it for what a bug of ours may have caused.
 */
public final class InvalidEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong with which event, and what to do */
    public InvalidEventException(String message) {
        super(message);
    }
}
