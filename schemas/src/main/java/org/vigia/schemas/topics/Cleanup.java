package org.vigia.schemas.topics;

/** What the broker does with old records, as {@code cleanup.policy}. */
public enum Cleanup {
    /** Keeps every record until its retention ends. */
    DELETE,
    /** Keeps the last record of every key. */
    COMPACT;

    /** The value of {@code cleanup.policy}. */
    public String policy() {
        return switch (this) {
            case DELETE -> "delete";
            case COMPACT -> "compact";
        };
    }
}
