/** A small client of Confluent's Schema Registry protocol. */
@NullMarked
package org.vigia.schemas.registry;

import org.jspecify.annotations.NullMarked;
