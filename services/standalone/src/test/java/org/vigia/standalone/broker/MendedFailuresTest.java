package org.vigia.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.spi.FilterReply;
import org.apache.kafka.common.errors.NotControllerException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MendedFailuresTest {

    private static final String FAILED = "stream-thread [one] Get exceptions for the following tasks: {";
    private static final String BEHIND =
            "=org.apache.kafka.streams.errors.TaskCorruptedException: Tasks [1_1] are corrupted and hence need to be";

    @Test
    void whatKafkaMendsIsLeftOut() {
        assertThat(decide("", new OutOfOrderSequenceException("ahead"))).isEqualTo(FilterReply.DENY);
        assertThat(decide("", new NotControllerException("not yet"))).isEqualTo(FilterReply.DENY);
        assertThat(decide(FAILED + "1_1" + BEHIND + "}", null)).isEqualTo(FilterReply.DENY);
        assertThat(decide(FAILED + "1_1" + BEHIND + ", 0_3" + BEHIND + "}", null))
                .isEqualTo(FilterReply.DENY);
    }

    @Test
    void everythingElseIsLogged() {
        assertThat(decide("", new IllegalStateException("a bug"))).isEqualTo(FilterReply.NEUTRAL);
        assertThat(decide("A message", null)).isEqualTo(FilterReply.NEUTRAL);
        assertThat(decide(FAILED + "1_1" + BEHIND + ", 0_3=java.lang.IllegalStateException: a bug}", null))
                .isEqualTo(FilterReply.NEUTRAL);
        assertThat(decide("Another place says {1_1" + BEHIND + "}", null)).isEqualTo(FilterReply.NEUTRAL);
    }

    private static FilterReply decide(String message, @Nullable Throwable thrown) {
        return new MendedFailures()
                .decide(null, new LoggerContext().getLogger("any"), Level.ERROR, message, new Object[0], thrown);
    }
}
