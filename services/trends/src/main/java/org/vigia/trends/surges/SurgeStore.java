package org.vigia.trends.surges;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.vigia.events.Alert;
import org.vigia.trends.claims.Cell;
import org.vigia.trends.claims.KeyText;
import org.vigia.trends.state.MonthFigure;
import org.vigia.trends.stores.StateStores;

/**
 * What the detection of surges remembers: the monthly figures of each cell, the incidents of each agency by area and
 * month, and the last alert sent under each id. Which cells there are is kept in the heap besides, by drug and by agency.
 *
 * <p>Figures more than {@value #KEPT_YEARS} years before the latest month of their agency are forgotten, and alerts about
 * months more than {@value #JUDGED_YEARS} years before it stay as they were last sent and are forgotten too.
 */
final class SurgeStore {

    static final int KEPT_YEARS = 20;
    static final int JUDGED_YEARS = 15;

    private static final String FIGURES = "month-figures";
    private static final String INCIDENTS = "agency-incidents";
    private static final String ALERTS = "sent-surge-alerts";
    private static final StringSerializer KEYS = new StringSerializer();

    private final KeyValueStore<String, MonthFigure> figures;
    private final KeyValueStore<String, Long> incidents;
    private final KeyValueStore<String, Alert> alerts;
    private final Map<String, SortedSet<String>> byDrug = new HashMap<>();
    private final Map<String, SortedSet<String>> byAgency = new TreeMap<>();

    SurgeStore(ProcessingContext context) {
        figures = context.getStateStore(FIGURES);
        incidents = context.getStateStore(INCIDENTS);
        alerts = context.getStateStore(ALERTS);
        try (KeyValueIterator<String, MonthFigure> all = figures.all()) {
            all.forEachRemaining(entry -> index(cellOf(entry.key)));
        }
    }

    /** The stores that a processor which uses this one must be connected to. */
    static Set<StoreBuilder<?>> stores(StateStores stores) {
        return StateStores.inOrder(
                stores.cachedStore(FIGURES, MonthFigure.class),
                stores.cachedNumbers(INCIDENTS),
                stores.cachedStore(ALERTS, Alert.class));
    }

    /** Keeps a figure; false if it is known already. */
    boolean put(Cell cell, int month, MonthFigure figure) {
        String key = KeyText.append(cell.key(), Months.iso(month));
        MonthFigure old = figures.get(key);
        if (figure.equals(old)) {
            return false;
        }
        figures.put(key, figure);
        long change = figure.getEvents() - (old == null ? 0 : old.getEvents());
        if (change != 0) {
            String total = KeyText.join(cell.agency(), cell.country(), cell.area(), Months.iso(month));
            Long before = incidents.get(total);
            incidents.put(total, (before == null ? 0 : before) + change);
        }
        if (old == null) {
            index(cell);
        }
        return true;
    }

    /** Keys of all cells of a drug, in order. */
    SortedSet<String> cellsOfDrug(String drug) {
        return byDrug.getOrDefault(drug, new TreeSet<>());
    }

    /** Keys of all cells of an agency, in order. */
    SortedSet<String> cellsOfAgency(String agency) {
        return byAgency.getOrDefault(agency, new TreeSet<>());
    }

    Set<String> agencies() {
        return byAgency.keySet();
    }

    /** The figures of a cell, without those that are too old, which are forgotten. */
    Series series(String cell, Reporting reporting) {
        int oldest = reporting.latest() - KEPT_YEARS * Months.A_YEAR;
        NavigableMap<Integer, MonthFigure> months = new TreeMap<>();
        for (KeyValue<String, MonthFigure> entry : scan(figures, cell)) {
            int month = monthOf(entry.key);
            if (month < oldest) {
                figures.delete(entry.key);
            } else {
                months.put(month, entry.value);
            }
        }
        return new Series(Cell.parse(cell), months);
    }

    /** What an agency has reported, without what is too old. */
    Reporting reporting(String agency) {
        Map<Area, NavigableMap<Integer, Long>> areas = new TreeMap<>();
        int latest = Integer.MIN_VALUE;
        List<KeyValue<String, Long>> entries = scan(incidents, KeyText.join(agency));
        for (KeyValue<String, Long> entry : entries) {
            if (entry.value > 0) {
                latest = Math.max(latest, monthOf(entry.key));
            }
        }
        for (KeyValue<String, Long> entry : entries) {
            int month = monthOf(entry.key);
            if (latest != Integer.MIN_VALUE && month < latest - KEPT_YEARS * Months.A_YEAR) {
                incidents.delete(entry.key);
            } else {
                List<String> parts = KeyText.split(entry.key);
                areas.computeIfAbsent(new Area(parts.get(1), parts.get(2)), area -> new TreeMap<>())
                        .put(month, entry.value);
            }
        }
        return Reporting.of(areas);
    }

    /** The last alert sent under each id about a cell. */
    List<Alert> sent(String cell) {
        return scan(alerts, cell).stream().map(entry -> entry.value).toList();
    }

    void putSent(String cell, Alert alert) {
        alerts.put(KeyText.append(cell, alert.getAlertId()), alert);
    }

    void forget(String cell, Alert alert) {
        alerts.delete(KeyText.append(cell, alert.getAlertId()));
    }

    private void index(Cell cell) {
        byDrug.computeIfAbsent(cell.drug(), drug -> new TreeSet<>()).add(cell.key());
        byAgency.computeIfAbsent(cell.agency(), agency -> new TreeSet<>()).add(cell.key());
    }

    private static <V> List<KeyValue<String, V>> scan(KeyValueStore<String, V> store, String prefix) {
        List<KeyValue<String, V>> found = new ArrayList<>();
        try (KeyValueIterator<String, V> entries = store.prefixScan(prefix + "|", KEYS)) {
            entries.forEachRemaining(found::add);
        }
        return found;
    }

    private static Cell cellOf(String key) {
        return Cell.parse(key.substring(0, key.lastIndexOf('|')));
    }

    private static int monthOf(String key) {
        return Months.of(
                YearMonth.parse(key.substring(key.lastIndexOf('|') + 1)).atDay(1));
    }
}
