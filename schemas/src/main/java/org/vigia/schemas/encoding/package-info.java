/** Avro's binary encoding of generated records, with nothing decided twice. */
@NullMarked
package org.vigia.schemas.encoding;

import org.jspecify.annotations.NullMarked;
