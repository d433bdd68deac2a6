package org.vigia.standalone.registry;

import org.jspecify.annotations.Nullable;

/** One record of the topic {@code _schemas}. The subject {@link #GLOBAL} stands for the whole registry. */
sealed interface StoreRecord {

    String GLOBAL = "";

    /** A version is there, or is marked as deleted. */
    record VersionStored(SchemaVersion version) implements StoreRecord {}

    /** A version is gone for good. */
    record VersionErased(String subject, int version) implements StoreRecord {}

    /** All versions of a subject up to one are marked as deleted. */
    record SubjectDeleted(String subject, int upToVersion) implements StoreRecord {}

    /** A compatibility level is set, or is removed if null. */
    record LevelSet(String subject, @Nullable CompatibilityLevel level) implements StoreRecord {}

    /** A mode is set, or is removed if null. */
    record ModeSet(String subject, @Nullable Mode mode) implements StoreRecord {}

    /** A record of a kind that this registry does not use. */
    record Ignored() implements StoreRecord {}
}
