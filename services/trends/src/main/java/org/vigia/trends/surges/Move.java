package org.vigia.trends.surges;

/**
 * One area falls from a month on, and a neighbour rises.
 *
 * @param to what rises
 * @param month the first {@link Months month} of the new state
 * @param fall of the area that falls
 * @param rise of the neighbour, in the same months
 * @param support how much likelier the counts are with a change of the shares in that month than without, as the
 *     logarithm of the ratio
 */
record Move(ReportedSeries to, int month, RateChange fall, RateChange rise, double support) {}
