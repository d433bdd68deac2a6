package org.vigia.trends.surges;

/**
 * A series, and what its agency has reported.
 *
 * @param series the monthly figures
 * @param reporting of the agency
 */
record ReportedSeries(Series series, Reporting reporting) {

    /** Whether the figure of a month may be compared, also if it is zero. */
    boolean covers(int month) {
        return reporting.covers(series.area(), month);
    }
}
