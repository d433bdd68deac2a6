/** Broker, registry and applications of one machine, or a cluster somewhere else. */
@NullMarked
package org.vigia.standalone.platform;

import org.jspecify.annotations.NullMarked;
