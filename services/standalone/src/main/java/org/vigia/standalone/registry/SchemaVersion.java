package org.vigia.standalone.registry;

/**
 * One version of one subject.
 *
 * @param version 1 for the first
 * @param deleted soft-deleted: found by id, but no longer part of the subject
 */
record SchemaVersion(String subject, int version, int id, SchemaContent content, boolean deleted) {

    SchemaVersion asDeleted() {
        return new SchemaVersion(subject, version, id, content, true);
    }
}
