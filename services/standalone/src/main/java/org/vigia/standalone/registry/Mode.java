package org.vigia.standalone.registry;

/** What may be done to a subject. */
enum Mode {
    READWRITE,
    /** Nothing may be registered or deleted. */
    READONLY,
    /** Schemas are registered with ids and versions that another registry gave them, unchecked. */
    IMPORT
}
