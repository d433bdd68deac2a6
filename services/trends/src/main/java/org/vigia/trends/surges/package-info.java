/**
 * Surges and displacements: what the monthly trends of seizures say about a drug in an area, held against the same season of
 * earlier years ({@link org.vigia.trends.surges.SurgeDetector}) and against the neighbours
 * ({@link org.vigia.trends.surges.DisplacementDetector}). The findings are a function of the figures as they stand: the
 * order in which claims came does not matter. docs/detectors-trends.md tells an analyst what they mean.
 *
 * <p>Only {@link org.vigia.trends.surges.SurgeProcessor}, {@link org.vigia.trends.surges.SurgeStore} and
 * {@link org.vigia.trends.surges.CurrentSettings} know Kafka.
 */
@NullMarked
package org.vigia.trends.surges;

import org.jspecify.annotations.NullMarked;
