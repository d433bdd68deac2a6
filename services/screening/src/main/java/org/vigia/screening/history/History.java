package org.vigia.screening.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigia.screening.state.Observation;

/** The observations of one partition, by series; each in the order of event time, event id and part. */
public interface History {

    /** The order within a series. */
    Comparator<Observation> ORDER = Comparator.comparingLong(Observation::getAt)
            .thenComparing(Observation::getEventId)
            .thenComparing(Observation::getPart);

    /** Those with {@code from <= at < until} (milliseconds since 1970), in order. */
    List<Observation> between(String series, long from, long until);

    /** The last ones before an observation, which need not be there itself; the nearest first. */
    List<Observation> before(String series, Observation observation, int most);

    /** The first ones after an observation, which need not be there itself, in order. */
    List<Observation> after(String series, Observation observation, int most);

    /** The first of a series; empty if there is none. */
    default List<Observation> first(String series, int most) {
        return after(series, BEGINNING, most);
    }

    /** Stands before all. */
    Observation BEGINNING = Markers.at(Long.MIN_VALUE);

    /** Those around a time that hang together: none is a gap or more from its neighbour. More may come at the ends. */
    default List<Observation> chain(String series, long at, long gap) {
        long from = at - gap;
        long until = at + gap + 1;
        List<Observation> chain = new ArrayList<>(between(series, from, until));
        for (List<Observation> earlier = between(series, from - gap, from);
                !earlier.isEmpty();
                earlier = between(series, from - gap, from)) {
            chain.addAll(0, earlier);
            from -= gap;
        }
        for (List<Observation> later = between(series, until, until + gap);
                !later.isEmpty();
                later = between(series, until, until + gap)) {
            chain.addAll(later);
            until += gap;
        }
        return chain;
    }
}
