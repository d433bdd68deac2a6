package org.vigia.trends.surges;

import java.util.List;

/**
 * Unusual months that follow each other closely enough to be one surge.
 *
 * @param months the unusual months, earliest first, at least one
 */
record Surge(List<SurgeMonth> months) {

    Surge {
        months = List.copyOf(months);
    }

    SurgeMonth first() {
        return months.getFirst();
    }

    SurgeMonth last() {
        return months.getLast();
    }

    long monthsByEvents() {
        return months.stream().filter(SurgeMonth::byEvents).count();
    }

    long monthsByMass() {
        return months.stream().filter(SurgeMonth::byMass).count();
    }
}
