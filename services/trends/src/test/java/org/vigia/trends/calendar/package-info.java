/** Tests of the decisions in this package. */
@NullMarked
package org.vigia.trends.calendar;

import org.jspecify.annotations.NullMarked;
