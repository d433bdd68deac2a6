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
            scattered.see(fingerprint(event));
            scattered.see(fingerprint(event));
        });
        IntStream.iterate(0, event -> event < EVENTS, event -> event + 10)
                .forEach(event -> scattered.see(fingerprint(event)));

        // then
        long apart = IntStream.range(0, EVENTS)
                .filter(event -> event % 10 == 0 && scattered.contains(fingerprint(event)))
                .count();
        long together = IntStream.range(0, EVENTS)
                .filter(event -> event % 10 != 0 && scattered.contains(fingerprint(event)))
                .count();
        assertThat(apart).isEqualTo(EVENTS / 10);
        assertThat(together).isLessThan(EVENTS / 50);
    }

    @Test
    void inAFileTooLargeForTheFilterEventsAreTakenForScatteredAndNoneIsMissed() {
        ScatteredEvents scattered = new ScatteredEvents(1);
        IntStream.range(0, 100_000).forEach(event -> scattered.see(fingerprint(event)));
        scattered.see(fingerprint(7));

        assertThat(scattered.contains(fingerprint(7))).isTrue();
        assertThat(scattered.contains(fingerprint(99_998))).isTrue();
    }

    @Test
    void anEventMayBeSaidToBeScattered() {
        ScatteredEvents scattered = new ScatteredEvents(1_000);
        scattered.see(fingerprint(1));
        scattered.scatter(fingerprint(2));

        assertThat(scattered.contains(fingerprint(1))).isFalse();
        assertThat(scattered.contains(fingerprint(2))).isTrue();
    }

    private static Fingerprint fingerprint(int event) {
        return Fingerprint.of("event-" + event);
    }
}
