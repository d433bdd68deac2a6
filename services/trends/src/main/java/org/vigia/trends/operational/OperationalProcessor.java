package org.vigia.trends.operational;

import java.time.Instant;
import java.util.Set;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;
import org.vigia.events.OperationalWindow;
import org.vigia.trends.claims.Cell;
import org.vigia.trends.claims.KeyText;
import org.vigia.trends.claims.MorphineEquivalents;
import org.vigia.trends.claims.WindowChange;
import org.vigia.trends.state.CellChange;
import org.vigia.trends.state.CellSide;
import org.vigia.trends.state.OperationalRow;
import org.vigia.trends.stores.StateStores;

/**
 * Keeps the operational windows of each cell. A window closes when a claim of the same cell lies its grace or more after
 * its end; from then on it is forgotten, and changes that are later still are left out of it and counted in the metric
 * {@code operational-window-late-total}. Each cell has a clock of its own, kept in a store: a partner that sends late is
 * not cut off by one that sends at once, and a restart changes nothing.
 */
public final class OperationalProcessor implements Processor<String, CellChange, String, OperationalWindow> {

    private static final String ROWS = "operational-rows";
    private static final String REACHED = "operational-clock";

    private final HoppingWindows windows;
    private final OperationalRows operationalRows;
    private ProcessorContext<String, OperationalWindow> context;
    private KeyValueStore<String, OperationalRow> rows;
    private KeyValueStore<String, Long> reachedTimes;
    private Sensor late;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record.
    private OperationalProcessor(HoppingWindows windows, MorphineEquivalents equivalents) {
        this.windows = windows;
        this.operationalRows = new OperationalRows(windows, equivalents);
    }

    /** The processor with its stores. */
    public static ProcessorSupplier<String, CellChange, String, OperationalWindow> supplier(
            StateStores stores, MorphineEquivalents equivalents, HoppingWindows windows) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, CellChange, String, OperationalWindow> get() {
                return new OperationalProcessor(windows, equivalents);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return StateStores.inOrder(
                        stores.cachedStore(ROWS, OperationalRow.class), stores.cachedNumbers(REACHED));
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, OperationalWindow> processorContext) {
        context = processorContext;
        rows = processorContext.getStateStore(ROWS);
        reachedTimes = processorContext.getStateStore(REACHED);
        late = processorContext
                .metrics()
                .addRateTotalSensor(
                        "operational-window",
                        processorContext.taskId().toString(),
                        "operational-window-late",
                        Sensor.RecordingLevel.INFO);
    }

    @Override
    public void process(Record<String, CellChange> record) {
        Cell cell = Cell.parse(record.key());
        Long reached = reachedTimes.get(record.key());
        for (WindowChange<Long> change : WindowChange.of(record.value(), operationalRows::starts)) {
            if (reached != null && windows.isClosed(change.window(), reached)) {
                late.record();
            } else {
                alter(record, cell, change);
            }
        }
        advance(record.key(), reached, record.value().getAfter());
    }

    private void alter(Record<String, CellChange> record, Cell cell, WindowChange<Long> change) {
        String key = key(record.key(), change.window());
        OperationalRow row = operationalRows.apply(rows.get(key), change);
        rows.put(key, row);
        context.forward(record.withKey(key).withValue(operationalRows.publish(cell, change.window(), row)));
    }

    private void advance(String cell, @Nullable Long reached, @Nullable CellSide after) {
        if (after == null || operationalRows.starts(after).isEmpty()) {
            return;
        }
        if (reached == null) {
            reachedTimes.put(cell, after.getStart());
        } else if (after.getStart() > reached) {
            reachedTimes.put(cell, after.getStart());
            windows.closing(reached, after.getStart()).forEach(start -> rows.delete(key(cell, start)));
        }
    }

    private static String key(String cell, long start) {
        return KeyText.append(cell, Instant.ofEpochMilli(start).toString());
    }
}
