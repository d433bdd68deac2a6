package org.vigia.runtime.streams;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.vigia.schemas.registry.RegistryException;
import org.vigia.schemas.registry.RegistryUnavailableException;

/**
 * Puts bytes that cannot be read into the dead-letter topic and goes on. If it is not the record's fault, because the
 * registry cannot be reached or refuses us, it fails instead: the record is read again once the registry is back.
 */
public final class UnreadableRecordHandler implements DeserializationExceptionHandler {

    private final DeserializationExceptionHandler toDeadLetters = new LogAndContinueExceptionHandler();

    @Override
    public void configure(Map<String, ?> configs) {
        toDeadLetters.configure(configs);
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        return registryFailed(exception) ? Response.fail() : toDeadLetters.handleError(context, record, exception);
    }

    private static boolean registryFailed(Exception exception) {
        for (@Nullable Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof RegistryUnavailableException || cause instanceof RegistryException) {
                return true;
            }
        }
        return false;
    }
}
