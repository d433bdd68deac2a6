/**
 * A schema registry inside this process: Confluent's REST protocol over Confluent's storage format, for one machine.
 * The state is what the topic {@code _schemas} says and nothing else; every write goes to the topic and counts once it
 * is read back.
 */
@NullMarked
package org.vigia.standalone.registry;

import org.jspecify.annotations.NullMarked;
