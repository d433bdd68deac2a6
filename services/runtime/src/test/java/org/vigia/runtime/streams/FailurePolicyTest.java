package org.vigia.runtime.streams;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class FailurePolicyTest {

    private final List<Throwable> stopped = new ArrayList<>();
    private final MovableClock clock = new MovableClock();
    private final FailurePolicy policy = new FailurePolicy(clock, stopped::add);

    @Test
    void aBrokerThatDoesNotAnswerCostsOnlyTheThread() {
        assertThat(policy.handle(new StreamsException(new TimeoutException("no answer"))))
                .isEqualTo(REPLACE_THREAD);
        assertThat(stopped).isEmpty();
    }

    @Test
    void aBugStopsTheApplicationAndIsTold() {
        IllegalStateException bug = new IllegalStateException("bug");

        assertThat(policy.handle(new StreamsException(bug))).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(stopped).singleElement().satisfies(e -> assertThat(e).hasCause(bug));
    }

    @Test
    void anOutageThatLastsStopsTheApplication() {
        for (int i = 0; i < FailurePolicy.MOST_REPLACEMENTS; i++) {
            assertThat(policy.handle(new TimeoutException("no answer"))).isEqualTo(REPLACE_THREAD);
        }

        assertThat(policy.handle(new TimeoutException("no answer"))).isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void outagesOfLongAgoAreForgotten() {
        for (int i = 0; i < FailurePolicy.MOST_REPLACEMENTS; i++) {
            policy.handle(new TimeoutException("no answer"));
        }
        clock.now = clock.now.plus(FailurePolicy.PERIOD).plus(Duration.ofSeconds(1));

        assertThat(policy.handle(new TimeoutException("no answer"))).isEqualTo(REPLACE_THREAD);
    }

    private static final class MovableClock extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
