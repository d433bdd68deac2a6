package org.vigia.trends.surges;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigia.events.Alert;
import org.vigia.trends.claims.Cell;

/** One look at the figures as they stand: the alerts that they give. What was read once is not read again. */
final class Evaluation {

    private final SurgeStore store;
    private final Neighbours neighbours;
    private final Map<String, Reporting> reportings;
    private final SurgeDetector surges;
    private final DisplacementDetector displacements;
    private final SurgeAlerts surgeAlerts;
    private final DisplacementAlerts displacementAlerts;
    private final Map<String, ReportedSeries> series = new HashMap<>();

    /** @param reportings by agency, of every agency */
    Evaluation(
            SurgeStore store,
            Neighbours neighbours,
            Map<String, Reporting> reportings,
            SurgeSettings surgeSettings,
            DisplacementSettings displacementSettings) {
        this.store = store;
        this.neighbours = neighbours;
        this.reportings = reportings;
        this.surges = new SurgeDetector(surgeSettings);
        this.displacements = new DisplacementDetector(displacementSettings);
        this.surgeAlerts = new SurgeAlerts(surgeSettings, surges, neighbours);
        this.displacementAlerts = new DisplacementAlerts(displacementSettings, neighbours);
    }

    ReportedSeries series(String cell) {
        ReportedSeries known = series.get(cell);
        if (known == null) {
            Reporting reporting = reportings.computeIfAbsent(Cell.parse(cell).agency(), store::reporting);
            known = new ReportedSeries(store.series(cell, reporting), reporting);
            series.put(cell, known);
        }
        return known;
    }

    /** Earliest month of a cell that is judged. */
    static int judgedFrom(ReportedSeries cell) {
        return cell.reporting().latest() - SurgeStore.JUDGED_YEARS * Months.A_YEAR;
    }

    /** The alerts about a cell, each RAISED in version 1. */
    List<Alert> alerts(String cell, Instant detectedAt) {
        ReportedSeries own = series(cell);
        List<ReportedSeries> near = new ArrayList<>();
        for (String other : store.cellsOfDrug(own.series().cell().drug())) {
            if (neighbours.are(own.series().area(), Area.of(Cell.parse(other)))) {
                near.add(series(other));
            }
        }
        List<Alert> alerts = new ArrayList<>();
        int from = judgedFrom(own);
        surges.find(own, from).forEach(surge -> alerts.add(surgeAlerts.write(own, surge, near, detectedAt)));
        displacements
                .find(own, near, from)
                .forEach(displacement -> alerts.add(displacementAlerts.write(own, displacement, near, detectedAt)));
        return alerts;
    }
}
