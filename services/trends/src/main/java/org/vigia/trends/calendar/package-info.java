/**
 * Calendar trends: days, ISO weeks, months and years in UTC, which are never closed. Everything but
 * {@link org.vigia.trends.calendar.TrendProcessor} is plain Java without Kafka.
 */
@NullMarked
package org.vigia.trends.calendar;

import org.jspecify.annotations.NullMarked;
