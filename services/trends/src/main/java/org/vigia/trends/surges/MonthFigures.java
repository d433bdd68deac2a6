package org.vigia.trends.surges;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KeyValue;
import org.vigia.events.Granularity;
import org.vigia.events.SeizureTrend;
import org.vigia.events.TrendSeries;
import org.vigia.trends.claims.Labels;
import org.vigia.trends.state.MonthFigure;

/** Of everything that the calendar trends publish, what surges are seen in: months of seizures, slim. */
public final class MonthFigures {

    private MonthFigures() {}

    /** The figure under the key of its trend; nothing if it is no month of seizures. */
    public static List<KeyValue<String, MonthFigure>> of(String key, SpecificRecord published) {
        if (published instanceof SeizureTrend trend
                && trend.getGranularity() == Granularity.MONTH
                && trend.getSeries() == TrendSeries.SEIZURES) {
            return List.of(KeyValue.pair(
                    key,
                    new MonthFigure(
                            trend.getFigures().getEvents(),
                            trend.getFigures().getMicrograms(),
                            Labels.of(trend.getTlp()))));
        }
        return List.of();
    }
}
