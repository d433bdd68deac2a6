package org.vigia.standalone.broker;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Keeps one message of the broker out of the log. While the first batch of a transaction waits for its partition to be
 * added to the transaction (KIP-890), the broker refuses the batches behind it as out of order, and the producer sends
 * them again in order. The broker logs each refusal as an error with its stack; nothing is wrong and nothing is lost.
 */
public final class RetriedAppends extends TurboFilter {

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] parameters,
            @Nullable Throwable thrown) {
        return thrown instanceof OutOfOrderSequenceException ? FilterReply.DENY : FilterReply.NEUTRAL;
    }
}
