/** A Kafka broker inside this process, for one machine. */
@NullMarked
package org.vigia.standalone.broker;

import org.jspecify.annotations.NullMarked;
