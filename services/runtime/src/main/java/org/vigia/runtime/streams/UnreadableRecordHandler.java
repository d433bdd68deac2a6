package org.vigia.runtime.streams;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigia.schemas.registry.RegistryException;
import org.vigia.schemas.registry.RegistryUnavailableException;

/**
 * Puts bytes that cannot be read into the dead-letter topic and goes on. If it is not the record's fault, because the
 * registry cannot be reached or refuses us, it fails instead: the record is read again once the registry is back.
 *
 * <p>Kafka Streams 4.3.1 cannot send the dead letters of a global store: its context has no producer, and the attempt
 * ends the application with a ClassCastException, again at every start. Those are sent from here. A global store in
 * memory is read from the beginning at every start, so an unreadable reference record is a dead letter once more after
 * each restart, with the same topic, partition and offset in its headers.
 */
public final class UnreadableRecordHandler implements DeserializationExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(UnreadableRecordHandler.class);

    /** First digits of the registry's codes for what it does not have, such as 40403. */
    private static final int NOT_FOUND = 404;

    /** Sub-topology in the id of the task that Kafka Streams gives to global stores; no other task has it. */
    private static final int GLOBAL = -1;

    private final DeserializationExceptionHandler toDeadLetters = new LogAndContinueExceptionHandler();
    private final DeadLetterSender global;

    /** Called by Kafka Streams. */
    public UnreadableRecordHandler() {
        this(new OneProducerALetter());
    }

    UnreadableRecordHandler(DeadLetterSender global) {
        this.global = global;
    }

    @Override
    public void configure(Map<String, ?> configs) {
        toDeadLetters.configure(configs);
        global.configure(configs);
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        if (registryFailed(exception)) {
            return Response.fail();
        }
        Response response = toDeadLetters.handleError(context, record, exception);
        if (context.taskId().subtopology() != GLOBAL) {
            return response;
        }
        log.warn(
                "Record {} of partition {} of the reference topic {} cannot be read and is left out: {}",
                record.offset(),
                record.partition(),
                record.topic(),
                exception.getMessage());
        response.deadLetterQueueRecords().forEach(global::send);
        return Response.resume();
    }

    /** Whether the registry is to blame; one that answers that it has no such schema is not, the bytes are. */
    private static boolean registryFailed(Exception exception) {
        for (@Nullable Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof RegistryUnavailableException) {
                return true;
            }
            if (cause instanceof RegistryException refusal) {
                return refusal.errorCode() / 100 != NOT_FOUND;
            }
        }
        return false;
    }
}
