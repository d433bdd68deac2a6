package org.vigia.schemas.encoding;

import org.jspecify.annotations.Nullable;

/** Writes a value of one schema. */
@FunctionalInterface
interface FieldWriter {

    void write(@Nullable Object value, AvroBytes out);
}
