/** Metrics for Prometheus, cut down to what a dashboard uses. */
@NullMarked
package org.vigia.runtime.metrics;

import org.jspecify.annotations.NullMarked;
