package org.vigia.screening.history;

import org.vigia.events.Source;
import org.vigia.screening.state.ObservedSource;

/** The row that a claim rests on, as events and as observations have it. */
public final class Sources {

    private Sources() {}

    /** As kept. */
    public static ObservedSource observed(Source source) {
        return new ObservedSource(source.getFile(), source.getLine(), source.getChecksum(), source.getBatchId());
    }

    /** As published. */
    public static Source published(ObservedSource source) {
        return new Source(source.getFile(), source.getLine(), source.getChecksum(), source.getBatchId());
    }
}
