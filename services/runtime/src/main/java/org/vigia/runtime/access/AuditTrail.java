package org.vigia.runtime.access;

import org.vigia.events.AuditEntry;

/** Where calls are written down, besides the log. */
@FunctionalInterface
public interface AuditTrail {

    /** Nowhere else. */
    AuditTrail LOG_ONLY = entry -> {};

    /** Takes a call down. Returns at once and never throws: whoever calls must not wait for the audit. */
    void add(AuditEntry entry);
}
