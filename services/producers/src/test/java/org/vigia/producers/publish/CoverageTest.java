package org.vigia.producers.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigia.producers.publish.EventSink.Written;

class CoverageTest {

    private final Coverage coverage = new Coverage();

    @Test
    void followsOwnTransactionsAndTheirMarkers() {
        coverage.read(Map.of(0, 10L));

        coverage.committed(new Written("t", 0, 10, 14, 5));
        coverage.committed(new Written("t", 0, 16, 19, 4));

        assertThat(coverage.next()).isEqualTo(Map.of(0, 20L));
    }

    @Test
    void staysBehindWhereAnotherWroteBefore() {
        coverage.read(Map.of(0, 10L));

        coverage.committed(new Written("t", 0, 11, 14, 4));

        assertThat(coverage.next()).isEqualTo(Map.of(0, 10L));
    }

    @Test
    void staysBehindWhereAnotherWroteInBetween() {
        coverage.read(Map.of(0, 10L, 1, 0L));

        coverage.committed(new Written("t", 0, 10, 15, 5));
        coverage.committed(new Written("t", 1, 0, 0, 1));

        assertThat(coverage.next()).isEqualTo(Map.of(0, 10L, 1, 1L));
    }

    @Test
    void staysBehindWhereAnotherWroteAfterTheMarker() {
        coverage.committed(new Written("t", 0, 0, 4, 5));
        coverage.committed(new Written("t", 0, 7, 9, 3));

        assertThat(coverage.next()).isEqualTo(Map.of(0, 5L));
    }
}
