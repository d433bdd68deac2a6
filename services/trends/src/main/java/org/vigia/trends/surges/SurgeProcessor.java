package org.vigia.trends.surges;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;
import org.vigia.events.Alert;
import org.vigia.events.DetectorSettings;
import org.vigia.runtime.streams.PostponedWork;
import org.vigia.trends.claims.Cell;
import org.vigia.trends.claims.KeyText;
import org.vigia.trends.state.MonthReport;
import org.vigia.trends.stores.StateStores;

/**
 * Keeps the monthly figures of all cells, and looks at those that have changed once the loads that changed them have come
 * to their end and no more changes come for some time, longer where the machine is slow: while a file is being read, half of
 * its months are missing, and what is seen in them would be withdrawn a second later. The clock decides only when to look; what is found depends on the figures
 * alone. If a load does not end, it looks {@link #LONGEST} after the first change all the same.
 *
 * <p>There is one task, because an area may have neighbours anywhere and because what an agency has reported shows over all
 * drugs. It gets one small record for each change of a monthly figure. What had changed before a stop is not remembered:
 * after a start every cell is looked at once.
 */
public final class SurgeProcessor implements Processor<String, MonthReport, String, Alert> {

    /** So many commits, or pauses as long as the longest among the changes, without a change mean that no more come. */
    private static final int PAUSES = 3;

    /** How long changes are put off at most. */
    public static final Duration LONGEST = Duration.ofMinutes(5);

    private final CurrentSettings settings;
    private final EndedLoads loads;
    private final Looks looks;
    private final Neighbours neighbours = Neighbours.standard();
    private final Map<String, Reporting> reportings = new HashMap<>();
    private final Set<String> changedCells = new TreeSet<>();
    private final Set<String> changedAgencies = new TreeSet<>();
    private final Set<String> openLoads = new HashSet<>();
    private long judgedWith = -1;
    private long changedSince;
    private long changedLast;
    private long longestPause;
    private long commit;

    private ProcessorContext<String, Alert> context;
    private SurgeStore store;
    private ReadOnlyKeyValueStore<String, DetectorSettings> settingsStore;
    private PostponedWork postponed;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record.
    private SurgeProcessor(CurrentSettings settings, EndedLoads loads, Looks looks) {
        this.settings = settings;
        this.loads = loads;
        this.looks = looks;
    }

    /** The processor with its stores; keys are those of monthly trends of seizures. */
    public static ProcessorSupplier<String, MonthReport, String, Alert> supplier(
            StateStores stores, CurrentSettings settings, EndedLoads loads, Looks looks) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, MonthReport, String, Alert> get() {
                return new SurgeProcessor(settings, loads, looks);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return SurgeStore.stores(stores);
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, Alert> processorContext) {
        context = processorContext;
        store = new SurgeStore(processorContext);
        settingsStore = processorContext.getStateStore(CurrentSettings.STORE);
        postponed = new PostponedWork(processorContext, "surges");
        commit = new StreamsConfig(processorContext.appConfigs()).getLong(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG);
        context.schedule(Duration.ofMillis(commit), PunctuationType.WALL_CLOCK_TIME, this::look);
    }

    @Override
    public void process(Record<String, MonthReport> record) {
        List<String> parts = KeyText.split(record.key());
        int start = record.key().lastIndexOf('|');
        String cellKey = record.key().substring(0, record.key().lastIndexOf('|', start - 1));
        Cell cell = Cell.parse(cellKey);
        int month = Months.of(LocalDate.parse(parts.getLast()));
        if (!store.put(cell, month, record.value().getFigure())) {
            return;
        }
        long now = context.currentSystemTimeMs();
        if (changedCells.isEmpty()) {
            changedSince = now;
            longestPause = 0;
        } else {
            longestPause = Math.max(longestPause, now - changedLast);
        }
        changedLast = now;
        changedCells.add(cellKey);
        changedAgencies.add(cell.agency());
        openLoads.add(record.value().getBatchId());
        postponed.set(changedCells.size());
    }

    private void look(long now) {
        if (looks.areHeldBack()) {
            return;
        }
        openLoads.removeIf(loads::contains);
        boolean settled =
                looks.areDue() || (openLoads.isEmpty() && now - changedLast >= PAUSES * Math.max(commit, longestPause));
        if (!settled && now - changedSince < LONGEST.toMillis()) {
            return;
        }
        long changes = settings.changes();
        boolean first = judgedWith < 0;
        if (first || changes != judgedWith) {
            store.agencies().forEach(agency -> changedCells.addAll(store.cellsOfAgency(agency)));
        }
        if (first) {
            changedAgencies.addAll(store.agencies());
        }
        if (!changedCells.isEmpty()) {
            judge(Instant.ofEpochMilli(now));
        }
        judgedWith = changes;
        changedCells.clear();
        changedAgencies.clear();
        openLoads.clear();
        postponed.set(0);
    }

    private void judge(Instant detectedAt) {
        Evaluation evaluation = new Evaluation(
                store,
                neighbours,
                reportings,
                SurgeSettings.of(sent(SurgeSettings.DETECTOR)),
                DisplacementSettings.of(sent(DisplacementSettings.DETECTOR)));
        for (String cell : concerned()) {
            revise(cell, evaluation, detectedAt);
        }
    }

    /** The cells that have changed, those near them, and all of agencies that have now reported other months. */
    private Set<String> concerned() {
        Set<String> changed = new TreeSet<>(changedCells);
        for (String agency : changedAgencies) {
            Reporting reporting = store.reporting(agency);
            if (!reporting.equals(reportings.put(agency, reporting))) {
                changed.addAll(store.cellsOfAgency(agency));
            }
        }
        Set<String> concerned = new TreeSet<>(changed);
        Map<String, Set<Area>> areasByDrug = new HashMap<>();
        for (String key : changed) {
            Cell cell = Cell.parse(key);
            areasByDrug.computeIfAbsent(cell.drug(), drug -> new HashSet<>()).add(Area.of(cell));
        }
        areasByDrug.forEach((drug, areas) -> store.cellsOfDrug(drug).stream()
                .filter(other -> areas.stream().anyMatch(area -> neighbours.are(area, Area.of(Cell.parse(other)))))
                .forEach(concerned::add));
        return concerned;
    }

    private void revise(String cell, Evaluation evaluation, Instant detectedAt) {
        int from = Evaluation.judgedFrom(evaluation.series(cell));
        List<Alert> found = evaluation.alerts(cell, detectedAt);
        List<Alert> sent = store.sent(cell);
        sent.stream().filter(alert -> month(alert) < from).forEach(alert -> store.forget(cell, alert));
        List<Alert> judged = sent.stream().filter(alert -> month(alert) >= from).toList();
        String reason = "The figures and settings as they are now no longer give it.";
        for (Alert alert : AlertRevisions.revise(judged, found, reason, detectedAt)) {
            store.putSent(cell, alert);
            context.forward(new Record<>(alert.getAlertId(), alert, detectedAt.toEpochMilli()));
        }
    }

    private static int month(Alert alert) {
        return Months.of(LocalDate.ofInstant(alert.getOccurredAt(), java.time.ZoneOffset.UTC));
    }

    private @Nullable DetectorSettings sent(String detector) {
        return settingsStore.get(detector);
    }

    @Override
    public void close() {
        postponed.close();
    }
}
