package org.vigia.runtime.settings;

/** A setting is unknown, missing or has an impossible value; the message says which and what to do. */
public final class InvalidSettingException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public InvalidSettingException(String message) {
        super(message);
    }
}
