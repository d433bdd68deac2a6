package org.vigia.standalone.registry;

import org.jspecify.annotations.Nullable;

/** The embedded registry could not be started; the message says what to do. */
public final class RegistryStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RegistryStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
