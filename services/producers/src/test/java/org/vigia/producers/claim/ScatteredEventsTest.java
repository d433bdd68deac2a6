package org.vigia.producers.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScatteredEventsTest {

    private static final int EVENTS = 20_000;

    @Test
    void noScatteredEventIsMissedAndFewOthersAreTaken() {
        // given: two rows of each event, of every tenth again at the end
        ScatteredEvents scattered = new ScatteredEvents(EVENTS * 40L);
        IntStream.range(0, EVENTS).forEach(event -> {
            scattered.see(key(event));
            scattered.see(key(event));
        });
        IntStream.iterate(0, event -> event < EVENTS, event -> event + 10).forEach(event -> scattered.see(key(event)));

        // then
        long apart = IntStream.range(0, EVENTS)
                .filter(event -> event % 10 == 0 && scattered.contains(key(event)))
                .count();
        long together = IntStream.range(0, EVENTS)
                .filter(event -> event % 10 != 0 && scattered.contains(key(event)))
                .count();
        assertThat(apart).isEqualTo(EVENTS / 10);
        assertThat(together).isLessThan(EVENTS / 50);
    }

    @Test
    void inAFileTooLargeForTheFilterEventsAreTakenForScatteredAndNoneIsMissed() {
        ScatteredEvents scattered = new ScatteredEvents(1);
        IntStream.range(0, 100_000).forEach(event -> scattered.see(key(event)));
        scattered.see(key(7));

        assertThat(scattered.contains(key(7))).isTrue();
        assertThat(scattered.contains(key(99_998))).isTrue();
    }

    @Test
    void anEventMayBeSaidToBeScattered() {
        ScatteredEvents scattered = new ScatteredEvents(1_000);
        scattered.see(key(1));
        scattered.scatter(key(2));

        assertThat(scattered.contains(key(1))).isFalse();
        assertThat(scattered.contains(key(2))).isTrue();
    }

    private static String key(int event) {
        return "event-" + event;
    }
}
