package org.vigia.producers;

import java.io.IOException;

/** The file itself cannot be read on; Kafka is not to blame. What was read before may have landed, as the message says. */
public final class UnreadableFileException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableFileException(String message, IOException cause) {
        super(message, cause);
    }
}
