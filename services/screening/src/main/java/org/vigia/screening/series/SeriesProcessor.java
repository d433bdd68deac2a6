package org.vigia.screening.series;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.vigia.screening.history.Context;
import org.vigia.screening.history.Detector;
import org.vigia.screening.history.Judged;
import org.vigia.screening.history.SeriesKey;
import org.vigia.screening.state.Cause;
import org.vigia.screening.state.Finding;
import org.vigia.screening.state.FindingChange;
import org.vigia.screening.state.Observation;
import org.vigia.screening.state.ObservationChange;
import org.vigia.screening.state.ObservedSource;

/**
 * Keeps the history of each partition, lets its detector judge again what a change bears on, and forwards the findings
 * that are new, changed or gone, keyed by the event they are about. After a change of its settings a detector judges all
 * of its history again.
 */
final class SeriesProcessor implements Processor<String, ObservationChange, String, FindingChange> {

    static final String HISTORY_STORE = "history";
    static final String FINDING_STORE = "history-findings";
    static final String SETTINGS_STORE = "judged-settings";

    private static final char SEPARATOR = StoredHistory.SEPARATOR;
    private static final char AFTER_SEPARATOR = StoredHistory.AFTER_SEPARATOR;
    private static final Duration LOOK_AT_SETTINGS = Duration.ofMillis(200);

    private static final Map<String, Detector> DETECTORS = Detector.ALL.stream()
            .collect(Collectors.toMap(detector -> detector.kind().name(), Function.identity()));

    private final ContextSource contexts;
    private final Duration retention;

    private ProcessorContext<String, FindingChange> context;
    private KeyValueStore<String, Observation> history;
    private KeyValueStore<String, Finding> findings;
    private KeyValueStore<String, String> judgedWith;
    private @Nullable Object settingsSeen;

    /**
     * Makes a processor.
     *
     * @param retention how long before the newest event an observation is kept
     */
    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record.
    SeriesProcessor(ContextSource contexts, Duration retention) {
        this.contexts = contexts;
        this.retention = retention;
    }

    @Override
    public void init(ProcessorContext<String, FindingChange> processorContext) {
        context = processorContext;
        history = processorContext.getStateStore(HISTORY_STORE);
        findings = processorContext.getStateStore(FINDING_STORE);
        judgedWith = processorContext.getStateStore(SETTINGS_STORE);
        Expiry.of(history, Observation::getAt, retention, context);
        Expiry.of(findings, Finding::getAt, retention, context);
        context.schedule(LOOK_AT_SETTINGS, PunctuationType.WALL_CLOCK_TIME, now -> judgeAgainAfterNewSettings());
    }

    @Override
    public void process(Record<String, ObservationChange> record) {
        judgeAgainAfterNewSettings();
        ObservationChange change = record.value();
        Detector detector = detector(change.getDetector());
        Observation before = change.getBefore();
        Observation after = change.getAfter();
        Partition partition = new Partition(record.key(), detector);
        if (before != null) {
            partition.seriesOf(before).forEach(series -> partition.history.remove(series, before));
        }
        if (after != null && after.getAt() >= oldest()) {
            for (String series : partition.seriesOf(after)) {
                partition.history.put(series, after);
                partition.history.expire(series, oldest()).forEach(partition::forget);
            }
        }
        Map<String, Judged> judged = new TreeMap<>();
        if (before != null) {
            judged.put(partition.prefix(before), new Judged(before, List.of()));
            partition.judge(before, judged);
        }
        if (after != null) {
            partition.judge(after, judged);
        }
        judged.values().forEach(each -> partition.settle(each, change.getCause(), record.timestamp()));
    }

    private long oldest() {
        return context.currentStreamTimeMs() - retention.toMillis();
    }

    private static Detector detector(String name) {
        Detector detector = DETECTORS.get(name);
        if (detector == null) {
            throw new IllegalStateException("No detector is called " + name);
        }
        return detector;
    }

    private void judgeAgainAfterNewSettings() {
        Object now = contexts.state(context);
        if (now.equals(settingsSeen)) {
            return;
        }
        settingsSeen = now;
        for (Detector detector : Detector.ALL) {
            Context current = contexts.of(detector.kind(), context);
            String fingerprint = current.settings().fingerprint();
            String name = detector.kind().name();
            if (!fingerprint.equals(judgedWith.get(name))) {
                judgedWith.put(name, fingerprint);
                judgeAgain(detector, current);
            }
        }
    }

    private void judgeAgain(Detector detector, Context current) {
        String name = detector.kind().name();
        Cause cause = Cause.newBuilder()
                .setEventId(name)
                .setPartner("")
                .setStatus(FindingAlerts.SETTINGS)
                .setLabel("CLEAR")
                .setSource(new ObservedSource("", (long) current.settings().version(), "", ""))
                .build();
        List<Map.Entry<String, Observation>> all = new ArrayList<>();
        try (KeyValueIterator<String, Observation> range =
                history.range(name + EventObserver.SEPARATOR, name + (char) (EventObserver.SEPARATOR + 1))) {
            range.forEachRemaining(
                    entry -> all.add(Map.entry(entry.key.substring(0, entry.key.indexOf(SEPARATOR)), entry.value)));
        }
        for (Map.Entry<String, Observation> entry : all) {
            Partition partition = new Partition(entry.getKey(), detector);
            Map<String, Judged> judged = new TreeMap<>();
            partition.judge(entry.getValue(), judged);
            judged.values().forEach(each -> partition.settle(each, cause, context.currentStreamTimeMs()));
        }
    }

    /** One partition of one detector. */
    private final class Partition {

        private final String key;
        private final String name;
        private final Detector detector;
        private final StoredHistory history;

        Partition(String key, Detector detector) {
            this.key = key;
            this.name = key.substring(detector.kind().name().length() + 1);
            this.detector = detector;
            this.history = new StoredHistory(SeriesProcessor.this.history, key);
        }

        List<String> seriesOf(Observation observation) {
            return detector.series(observation).stream()
                    .filter(series -> series.partition().equals(name))
                    .map(SeriesKey::series)
                    .toList();
        }

        void judge(Observation changed, Map<String, Judged> judged) {
            Context current = contexts.of(detector.kind(), context);
            Collection<Judged> all = detector.judge(name, changed, history, current);
            all.forEach(each -> judged.put(prefix(each.subject()), each));
        }

        String prefix(Observation subject) {
            return key + SEPARATOR + subject.getEventId() + SEPARATOR + subject.getPart();
        }

        /** Forwards what differs from what was found before. */
        void settle(Judged judged, Cause cause, long timestamp) {
            String prefix = prefix(judged.subject());
            Map<String, Finding> known = known(prefix);
            for (Finding finding : judged.findings()) {
                String id = prefix + SEPARATOR + finding.getAbout();
                Finding last = known.remove(id);
                if (!finding.equals(last)) {
                    findings.put(id, finding);
                    forward(id, finding.getSubjectId(), finding, cause, timestamp);
                }
            }
            known.forEach((id, finding) -> {
                findings.delete(id);
                forward(id, finding.getSubjectId(), null, cause, timestamp);
            });
        }

        /** What is too old is forgotten; the alerts that were sent stay as they are. */
        void forget(Observation old) {
            known(prefix(old)).keySet().forEach(findings::delete);
        }

        private Map<String, Finding> known(String prefix) {
            Map<String, Finding> known = new TreeMap<>();
            try (KeyValueIterator<String, Finding> range =
                    findings.range(prefix + SEPARATOR, prefix + AFTER_SEPARATOR)) {
                range.forEachRemaining(entry -> known.put(entry.key, entry.value));
            }
            return known;
        }

        private void forward(String id, String subjectId, @Nullable Finding finding, Cause cause, long timestamp) {
            context.forward(new Record<>(subjectId, new FindingChange(id, finding, cause), timestamp));
        }
    }
}
