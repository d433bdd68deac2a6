package org.vigia.screening.series;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.vigia.events.AlertKind;
import org.vigia.events.DetectorSettings;
import org.vigia.events.TradeBaseline;
import org.vigia.screening.history.Context;
import org.vigia.screening.history.Settings;
import org.vigia.screening.history.SettingsCatalogue;
import org.vigia.screening.history.TradeBaselines;

/** What detectors judge with now: their newest settings, and trade baselines. */
final class ContextSource {

    static final String SETTINGS_STORE = "detector-settings";
    static final String BASELINE_STORE = "trade-baselines";

    private static final SettingsCatalogue CATALOGUE = SettingsCatalogue.shipped();

    private final GlobalView<DetectorSettings, Map<String, Settings>> settings =
            new GlobalView<>(SETTINGS_STORE, ContextSource::settings);

    private final GlobalView<TradeBaseline, TradeBaselines> baselines =
            new GlobalView<>(BASELINE_STORE, TradeBaselines::of);

    private static Map<String, Settings> settings(Collection<DetectorSettings> all) {
        Map<String, DetectorSettings> newest = new HashMap<>();
        all.stream()
                .filter(version -> !version.getWithdrawn())
                .forEach(version -> newest.put(version.getDetector(), version));
        Map<String, Settings> settings = new HashMap<>();
        CATALOGUE.entries().stream()
                .map(SettingsCatalogue.Entry::detector)
                .distinct()
                .forEach(detector -> settings.put(detector, CATALOGUE.of(detector, newest.get(detector))));
        return settings;
    }

    GlobalView<DetectorSettings, Map<String, Settings>> settings() {
        return settings;
    }

    GlobalView<TradeBaseline, TradeBaselines> baselines() {
        return baselines;
    }

    /** Another object once settings have changed. */
    Object state(ProcessorContext<?, ?> context) {
        return settings.of(context);
    }

    Context of(AlertKind kind, ProcessorContext<?, ?> context) {
        return new Context(of(kind.name(), context), baselines.of(context));
    }

    /** Settings by name. */
    Settings of(String name, ProcessorContext<?, ?> context) {
        Settings found = settings.of(context).get(name);
        if (found == null) {
            throw new IllegalStateException("detector-settings.csv has nothing for " + name);
        }
        return found;
    }
}
