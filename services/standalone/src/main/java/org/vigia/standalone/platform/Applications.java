package org.vigia.standalone.platform;

import java.time.Clock;
import java.util.List;
import org.vigia.runtime.kafka.Cluster;
import org.vigia.runtime.streams.StreamsApplication;
import org.vigia.schemas.serde.EventSerdes;
import org.vigia.screening.ScreeningApplication;
import org.vigia.screening.ScreeningSettings;
import org.vigia.trends.TrendsApplication;
import org.vigia.trends.TrendsSettings;

/** The Streams applications of Vigía. */
public final class Applications {

    private Applications() {}

    /** All of them, over one cluster. */
    public static List<StreamsApplication> all(Cluster cluster) {
        return List.of(trends(cluster), screening(cluster));
    }

    /** Calendar trends, restatements and operational windows. */
    public static StreamsApplication trends(Cluster cluster) {
        return new TrendsApplication(cluster.topics(), serdes(cluster), TrendsSettings.defaults());
    }

    /** Shipments against watch lists. */
    public static StreamsApplication screening(Cluster cluster) {
        return new ScreeningApplication(
                cluster.topics(), serdes(cluster), ScreeningSettings.defaults(), Clock.systemUTC());
    }

    private static EventSerdes serdes(Cluster cluster) {
        return cluster.serdes();
    }
}
