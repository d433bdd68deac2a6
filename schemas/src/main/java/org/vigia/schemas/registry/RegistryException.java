package org.vigia.schemas.registry;

/** The registry answered, and refused. */
public final class RegistryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int errorCode;

    public RegistryException(int errorCode, String message) {
        super(message + " (registry error " + errorCode + ")");
        this.errorCode = errorCode;
    }

    /** The registry's error code, for example 40403 for an unknown schema. */
    public int errorCode() {
        return errorCode;
    }
}
