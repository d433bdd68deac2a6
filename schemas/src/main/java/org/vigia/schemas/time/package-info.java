/** The one place that decides what the time of an event is. */
@NullMarked
package org.vigia.schemas.time;

import org.jspecify.annotations.NullMarked;
