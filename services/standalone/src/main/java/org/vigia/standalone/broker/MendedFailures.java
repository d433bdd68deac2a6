package org.vigia.standalone.broker;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.common.errors.NotControllerException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Keeps errors out of the log that Kafka reports and mends by itself, with nothing lost:
 *
 * <ul>
 *   <li>While the first batch of a transaction waits for its partition to be added to the transaction (KIP-890), the
 *       broker refuses the batches behind it as out of order, and the producer sends them again in order.
 *   <li>After a kill, the stores of an application are behind Kafka ("corrupted") and are rebuilt from it; Kafka Streams
 *       warns of that once more.
 *   <li>A controller that is asked before it is elected is asked again.
 * </ul>
 */
public final class MendedFailures extends TurboFilter {

    private static final String FAILED_TASKS = "Get exceptions for the following tasks:";
    /** A task such as {@code 1_0} and the class of its failure. */
    private static final Pattern TASK_FAILURE = Pattern.compile("[{ ]\\d+_\\d+=([^:,}]+)");

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] parameters,
            @Nullable Throwable thrown) {
        return isMended(thrown) || (format != null && namesOnlyStoresBehind(format))
                ? FilterReply.DENY
                : FilterReply.NEUTRAL;
    }

    private static boolean isMended(@Nullable Throwable thrown) {
        return thrown instanceof OutOfOrderSequenceException || thrown instanceof NotControllerException;
    }

    /** Kafka Streams prints all failures of a round into one message; one that it does not mend is let through. */
    private static boolean namesOnlyStoresBehind(String message) {
        int list = message.indexOf(FAILED_TASKS);
        if (list < 0) {
            return false;
        }
        List<String> failures = TASK_FAILURE
                .matcher(message.substring(list))
                .results()
                .map(failure -> failure.group(1))
                .distinct()
                .toList();
        return failures.equals(List.of(TaskCorruptedException.class.getName()));
    }
}
