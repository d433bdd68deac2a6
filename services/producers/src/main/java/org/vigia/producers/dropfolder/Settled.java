package org.vigia.producers.dropfolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where files lie that were dealt with, each with its receipt beside it. */
final class Settled {

    private static final String RECEIPT = ".receipt.json";

    private final Path directory;

    Settled(Path directory) {
        this.directory = directory;
    }

    /** Moves a file here, the receipt first: a file without one would be a riddle. A file of the same name stays. */
    void put(Path file, byte[] receipt) throws IOException {
        String name = free(String.valueOf(file.getFileName()));
        Path written = Files.write(directory.resolve("." + name + RECEIPT), receipt);
        Files.move(written, directory.resolve(name + RECEIPT), StandardCopyOption.ATOMIC_MOVE);
        Files.move(file, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private String free(String name) {
        String candidate = name;
        for (int number = 2; Files.exists(directory.resolve(candidate), LinkOption.NOFOLLOW_LINKS); number++) {
            candidate = name + "." + number;
        }
        return candidate;
    }
}
