package org.vigia.standalone.platform;

import java.time.Clock;
import java.util.List;
import org.vigia.runtime.kafka.Cluster;
import org.vigia.runtime.streams.StreamsApplication;
import org.vigia.runtime.streams.StreamsSettings;
import org.vigia.screening.ScreeningApplication;
import org.vigia.screening.ScreeningSettings;
import org.vigia.trends.TrendsApplication;
import org.vigia.trends.TrendsSettings;
import org.vigia.trends.surges.Looks;

/** The Streams applications of Vigía. */
public final class Applications {

    private Applications() {}

    /** All of them, over one cluster. */
    public static List<StreamsApplication> all(Cluster cluster, StreamsSettings streams) {
        return List.of(trends(cluster, streams), screening(cluster, streams));
    }

    /** Calendar trends, restatements, operational windows and surges. */
    public static StreamsApplication trends(Cluster cluster, StreamsSettings streams) {
        return trends(cluster, streams, Looks.byThemselves());
    }

    /** The same, with surges when they are to be looked for. */
    public static StreamsApplication trends(Cluster cluster, StreamsSettings streams, Looks looks) {
        return new TrendsApplication(
                cluster.topics(), cluster.serdes(), TrendsSettings.defaults().withStorage(streams.stores()), looks);
    }

    /** Shipments against lists, and events against history. */
    public static StreamsApplication screening(Cluster cluster, StreamsSettings streams) {
        return new ScreeningApplication(
                cluster.topics(),
                cluster.serdes(),
                ScreeningSettings.defaults().withStorage(streams.stores()),
                Clock.systemUTC());
    }
}
