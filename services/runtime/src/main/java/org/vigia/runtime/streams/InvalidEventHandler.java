package org.vigia.runtime.streams;

import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.errors.LogAndFailProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Puts an event that cannot be true into the dead-letter topic, as it was received, and goes on. Whatever else our own
 * code cannot process is a bug: it stops, loudly, before the next record is processed wrongly.
 */
public final class InvalidEventHandler implements ProcessingExceptionHandler {

    private final ProcessingExceptionHandler toDeadLetters = new LogAndContinueProcessingExceptionHandler();
    private final ProcessingExceptionHandler stop = new LogAndFailProcessingExceptionHandler();

    @Override
    public void configure(Map<String, ?> configs) {
        toDeadLetters.configure(configs);
        stop.configure(configs);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        return exception instanceof InvalidEventException
                ? toDeadLetters.handleError(context, record, exception)
                : stop.handleError(context, record, exception);
    }
}
