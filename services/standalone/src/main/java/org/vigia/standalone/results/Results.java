package org.vigia.standalone.results;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vigia.events.Alert;
import org.vigia.events.EventRisk;
import org.vigia.events.RejectedRecord;
import org.vigia.events.SeizureTrend;
import org.vigia.events.TrendRestatement;
import org.vigia.events.TrendSeries;
import org.vigia.runtime.kafka.Cluster;

/** Writes the result files of a run. The same records give the same bytes. */
public final class Results {

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .build())
            .build();

    private final Cluster cluster;
    private final TopicReader.Mark rejectedBefore;

    /** Remembers where the rejected records of this run will begin. */
    public Results(Cluster cluster) {
        this.cluster = cluster;
        this.rejectedBefore = new TopicReader(cluster).end(cluster.topics().rejected);
    }

    /** How many lines each file got. */
    public record Written(
            int trends, int alerts, int restatements, int rejected, SortedMap<String, Long> rejectedByReason) {}

    /** Writes all files into a directory, which is created if missing. */
    public Written write(Path directory, LocalDate asOf, Accounts accounts) throws IOException {
        Files.createDirectories(directory);
        TopicReader reader = new TopicReader(cluster);
        Collection<SeizureTrend> trends =
                reader.latest(cluster.topics().seizureTrends).values();
        Map<TrendSeries, Integer> series = new TreeMap<>();
        series.put(TrendSeries.SEIZURES, trends(directory, "trends.csv", trends, TrendSeries.SEIZURES));
        series.put(
                TrendSeries.LABORATORIES, trends(directory, "laboratory-trends.csv", trends, TrendSeries.LABORATORIES));
        series.put(
                TrendSeries.LABORATORY_ITEMS,
                trends(directory, "laboratory-item-trends.csv", trends, TrendSeries.LABORATORY_ITEMS));
        series.put(TrendSeries.SHIPMENTS, trends(directory, "shipment-trends.csv", trends, TrendSeries.SHIPMENTS));

        Collection<Alert> alerts = reader.latest(cluster.topics().alerts).values();
        lines(directory.resolve("alerts.jsonl"), alerts, JsonDocuments::of);
        Collection<EventRisk> risks = reader.latest(cluster.topics().eventRisks).values();
        lines(directory.resolve("risks.jsonl"), risks, JsonDocuments::of);
        Collection<TrendRestatement> restatements =
                reader.latest(cluster.topics().trendRestatements).values();
        lines(directory.resolve("restatements.jsonl"), restatements, JsonDocuments::of);
        List<RejectedRecord> rejected = reader.since(cluster.topics().rejected, rejectedBefore).stream()
                .sorted(Comparator.comparing(RejectedRecord::getFeed)
                        .thenComparing(r -> r.getSource().getFile())
                        .thenComparingLong(r -> r.getSource().getLine()))
                .toList();
        lines(directory.resolve("rejected.jsonl"), rejected, JsonDocuments::of);
        document(directory.resolve("ledger.json"), accounts.byFeed());

        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("asOf", asOf.toString());
        summary.put("files", accounts.entries().size());
        accounts.total().putInto(summary);
        summary.put("balanced", accounts.total().balanced());
        summary.put("trends", series);
        summary.put("alerts", counts(alerts, a -> a.getKind() + " " + a.getStatus()));
        summary.put("restatements", restatements.size());
        SortedMap<String, Long> reasons = counts(rejected, r -> r.getReason().name());
        summary.put("rejectedByReason", reasons);
        summary.put("deadLetters", reader.count(cluster.topics().deadLetters()));
        document(directory.resolve("summary.json"), summary);
        return new Written(
                series.values().stream().mapToInt(i -> i).sum(),
                alerts.size(),
                restatements.size(),
                rejected.size(),
                reasons);
    }

    private static int trends(Path directory, String name, Collection<SeizureTrend> trends, TrendSeries series)
            throws IOException {
        return TrendsCsv.write(directory.resolve(name), trends, t -> t.getSeries() == series);
    }

    private static <V> SortedMap<String, Long> counts(Collection<V> values, Function<V, String> by) {
        return values.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
    }

    private static <V> void lines(Path file, Collection<V> values, Function<V, ?> toJson) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            for (V value : values) {
                JSON.writeValue(writer, toJson.apply(value));
                writer.write('\n');
            }
        }
    }

    private static void document(Path file, Object json) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            JSON.writer(SerializationFeature.INDENT_OUTPUT).writeValue(writer, json);
            writer.write('\n');
        }
    }
}
