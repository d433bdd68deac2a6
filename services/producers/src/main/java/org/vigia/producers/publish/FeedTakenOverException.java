package org.vigia.producers.publish;

import java.io.IOException;

/** Another process took over the feed, or Kafka gave up the transaction. A new try may land. */
public final class FeedTakenOverException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Says so.
     *
     * @param message what happened and what to do
     */
    public FeedTakenOverException(String message, Throwable cause) {
        super(message, cause);
    }
}
