package org.vigia.trends.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;
import org.vigia.events.Granularity;
import org.vigia.events.TrendFigures;
import org.vigia.events.TrendRestatement;
import org.vigia.events.TrendSeries;
import org.vigia.trends.claims.Cell;
import org.vigia.trends.claims.MorphineEquivalents;
import org.vigia.trends.claims.Sums;
import org.vigia.trends.claims.WindowChange;
import org.vigia.trends.restatements.Effects;
import org.vigia.trends.restatements.RestatementStore;
import org.vigia.trends.restatements.Restatements;
import org.vigia.trends.state.CellChange;
import org.vigia.trends.state.CellProgress;
import org.vigia.trends.state.ChangeCause;
import org.vigia.trends.state.ClaimCause;
import org.vigia.trends.state.MonthFigure;
import org.vigia.trends.state.MonthReport;
import org.vigia.trends.state.TrendRow;
import org.vigia.trends.stores.StateStores;

/**
 * Keeps the calendar trends of each cell: alters the rows that a change touches, and forwards each altered row, the row
 * one year later that shows it, and the restatement if the row had been published before; of months of seizures a short
 * report besides.
 */
public final class TrendProcessor implements Processor<String, CellChange, String, SpecificRecord> {

    private static final String ROWS = "trend-rows";
    private static final String PROGRESS = "cell-progress";

    private final TrendRows trendRows;
    private final Restatements restatements;
    private ProcessorContext<String, SpecificRecord> context;
    private KeyValueStore<String, TrendRow> rows;
    private KeyValueStore<String, CellProgress> progress;
    private RestatementStore restatementStore;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record.
    private TrendProcessor(MorphineEquivalents equivalents) {
        trendRows = new TrendRows(equivalents);
        restatements = new Restatements(equivalents);
    }

    /** The processor with its stores; it forwards trends, restatements and reports of months. */
    public static ProcessorSupplier<String, CellChange, String, SpecificRecord> supplier(
            StateStores stores, MorphineEquivalents equivalents) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, CellChange, String, SpecificRecord> get() {
                return new TrendProcessor(equivalents);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                Set<StoreBuilder<?>> all = StateStores.inOrder(
                        stores.cachedStore(ROWS, TrendRow.class), stores.cachedStore(PROGRESS, CellProgress.class));
                all.addAll(RestatementStore.stores(stores));
                return all;
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> processorContext) {
        context = processorContext;
        rows = processorContext.getStateStore(ROWS);
        progress = processorContext.getStateStore(PROGRESS);
        restatementStore = new RestatementStore(processorContext, restatements);
    }

    @Override
    public void process(Record<String, CellChange> record) {
        Cell cell = Cell.parse(record.key());
        long reachedBefore = reachedBefore(record.key(), record.value());
        // All rows are reckoned before the first is kept, so that a failure leaves none of them altered.
        List<Alteration> alterations = new ArrayList<>(4);
        for (WindowChange<Window> change : WindowChange.of(record.value(), Window::of)) {
            alterations.add(alteration(record, change, reachedBefore));
        }
        for (Alteration alteration : alterations) {
            keep(record, cell, alteration);
        }
    }

    private Alteration alteration(Record<String, CellChange> record, WindowChange<Window> change, long reachedBefore) {
        String key = change.window().key(record.key());
        TrendRow old = rows.get(key);
        ClaimCause cause = Effects.cause(record.value(), change, reachedBefore);
        boolean correction = record.value().getCause() != ChangeCause.ADDED;
        try {
            return new Alteration(key, change, cause, old, trendRows.apply(old, change, correction, cause != null));
        } catch (ArithmeticException e) {
            throw new ArithmeticException(
                    "Claim " + record.value().getEventId() + " in " + key + ": " + e.getMessage());
        }
    }

    private void keep(Record<String, CellChange> record, Cell cell, Alteration alteration) {
        Window window = alteration.change().window();
        TrendRow row = alteration.row();
        rows.put(alteration.key(), row);
        if (alteration.shows()) {
            TrendRow previous = find(record.key(), window.previousYear());
            forward(record, alteration.key(), trendRows.publish(cell, window, row, previous));
            republishNextYear(record, cell, window, row);
            reportMonth(record, cell, alteration);
        }
        TrendRestatement restatement = restatementStore.restate(
                alteration.key(), cell, record.value(), alteration.change(), row, alteration.cause());
        if (restatement != null) {
            forward(record, restatement.getRestatementId(), restatement);
        }
    }

    /** Months of seizures go to the detection of surges. */
    private void reportMonth(Record<String, CellChange> record, Cell cell, Alteration alteration) {
        if (cell.series() == TrendSeries.SEIZURES
                && alteration.change().window().granularity() == Granularity.MONTH) {
            TrendFigures figures = Sums.figures(alteration.row().getMeasures(), false);
            forward(
                    record,
                    alteration.key(),
                    new MonthReport(
                            new MonthFigure(
                                    figures.getEvents(), figures.getMicrograms(), TrendRows.label(alteration.row())),
                            record.value().getSource().getBatchId()));
        }
    }

    private void republishNextYear(Record<String, CellChange> record, Cell cell, Window window, TrendRow row) {
        Window next = window.nextYear().orElse(null);
        TrendRow nextRow = find(record.key(), Optional.ofNullable(next));
        if (next != null && nextRow != null) {
            forward(record, next.key(record.key()), trendRows.publish(cell, next, nextRow, row));
        }
    }

    private @Nullable TrendRow find(String cell, Optional<Window> window) {
        return window.isEmpty() ? null : rows.get(window.get().key(cell));
    }

    private long reachedBefore(String cell, CellChange change) {
        CellProgress old = progress.get(cell);
        Optional<CellProgress> changed = Progress.observe(old, change);
        changed.ifPresent(now -> progress.put(cell, now));
        return Progress.reachedBefore(changed.orElse(old), change.getSource().getBatchId());
    }

    private void forward(Record<String, CellChange> record, String key, SpecificRecord value) {
        context.forward(record.withKey(key).withValue(value));
    }

    /** A row before and after a change, and why the change restates it, if it does. */
    private record Alteration(
            String key,
            WindowChange<Window> change,
            @Nullable ClaimCause cause,
            @Nullable TrendRow old,
            TrendRow row) {

        /** Whether anything that is published of the row changes. */
        boolean shows() {
            return old == null || change.changesFigures() || TrendRows.label(old) != TrendRows.label(row);
        }
    }
}
