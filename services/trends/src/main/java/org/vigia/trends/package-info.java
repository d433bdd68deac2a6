/**
 * Trends that correct themselves.
 *
 * <p>Each event is a version of a claim. The walk of one:
 *
 * <pre>
 *   seizures ───────────┐
 *   lab-dismantlements ─┼─ measure ─ count each claim once ─ changes by cell ─┬─ keep calendar trends ─┬─ seizure-trends
 *   precursor-shipments ┘                                   (repartition)     │                        └─ trend-restatements
 *                                                                             └─ keep operational windows ─ operational-windows
 * </pre>
 *
 * <ol>
 *   <li><b>measure</b> ({@link org.vigia.trends.claims.Contributions}): which cells (series, drug, country, area, agency)
 *       the claim counts in, and with what: exact numbers of events, micrograms, microlitres, thousandths of units, and
 *       the morphine-equivalent mass.
 *   <li><b>count each claim once</b> ({@link org.vigia.trends.claims.ClaimProcessor}): compares the version with the one
 *       counted now, by event id. A duplicate ends here. Else a change goes to each cell that it concerns: what to take
 *       away, what to add, whose claim, which batch.
 *   <li><b>keep calendar trends</b> ({@link org.vigia.trends.calendar.TrendProcessor}): alters the days, ISO weeks,
 *       months and years that the change touches, as far as the claim's precision allows. Rows live in a plain key-value
 *       store without retention: no claim is ever too late. A row that others have quoted already is restated, see
 *       {@link org.vigia.trends.restatements}.
 *   <li><b>detect surges</b> ({@link org.vigia.trends.surges.SurgeProcessor}): holds the months of seizures against earlier
 *       years and against the neighbours, and sends alerts.
 *   <li><b>keep operational windows</b> ({@link org.vigia.trends.operational.OperationalProcessor}): the same changes in
 *       hopping windows that do close, for those who watch the last weeks.
 * </ol>
 *
 * <p>Sums are additions and subtractions of whole numbers, so the final trends do not depend on the order in which claims
 * arrive, only the versions of one claim must keep theirs, which its partition does. Restatements tell what had been
 * published when a batch came, so they depend on the order of batches, not on the order within one: files whose
 * restatements must be reproducible are loaded one after another, each when the one before is processed.
 *
 * <p>Each altered row is published at once, also when the next record alters it again; the output topics are compacted.
 */
@NullMarked
package org.vigia.trends;

import org.jspecify.annotations.NullMarked;
