package org.vigia.standalone.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The port that the broker of a data directory had last: clients of one that was killed find the next one there, and so does
 * its own transaction coordinator, which addresses the old port while the killed broker's session lasts.
 */
final class LastPort {

    private static final Logger log = LoggerFactory.getLogger(LastPort.class);

    private final Path file;

    LastPort(Path dataDirectory) {
        file = dataDirectory.resolve(".vigia-port");
    }

    /** The port, if it is known and no other program has taken it meanwhile. */
    OptionalInt ifFree() {
        try {
            if (!Files.exists(file)) {
                return OptionalInt.empty();
            }
            int port = Integer.parseInt(Files.readString(file).strip());
            Ports.requireFree(port);
            return OptionalInt.of(port);
        } catch (IOException | IllegalArgumentException | BrokerException e) {
            log.debug("Any free port will do: {}", e.getMessage());
            return OptionalInt.empty();
        }
    }

    /** Remembers a port for the next start, which can do without. */
    void keep(int port) {
        try {
            Files.writeString(file, Integer.toString(port));
        } catch (IOException e) {
            log.debug("The port is not remembered: {}", e.getMessage());
        }
    }
}
