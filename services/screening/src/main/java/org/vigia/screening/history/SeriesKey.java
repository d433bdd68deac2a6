package org.vigia.screening.history;

/**
 * Where an observation is kept.
 *
 * @param partition all that a detector looks at together; never holds a null character
 * @param series what is compared with each other, within the partition; never holds a null character
 */
public record SeriesKey(String partition, String series) {

    /** Null characters, which separate keys, become blanks. */
    public SeriesKey {
        partition = partition.replace('\0', ' ');
        series = series.replace('\0', ' ');
    }
}
