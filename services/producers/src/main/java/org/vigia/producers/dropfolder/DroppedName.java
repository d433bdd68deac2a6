package org.vigia.producers.dropfolder;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** Names of files in a drop folder. */
final class DroppedName {

    /** A receipt has a longer name, and file systems take 255 bytes. */
    private static final int LONGEST = 180;

    private static final int KEPT = 60;

    private DroppedName() {}

    /** Whether its sender is done with a file. */
    static boolean isComplete(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && !name.endsWith(".part") && !name.endsWith(".tmp");
    }

    /** The name without characters that mean something to a terminal, and its end alone if it is very long. */
    static String plain(Path file) {
        String name = String.valueOf(file.getFileName()).replaceAll("[\\p{Cntrl}\\p{Cf}]", "_");
        boolean longName = name.getBytes(StandardCharsets.UTF_8).length > LONGEST;
        return longName ? name.substring(name.length() - Math.min(name.length(), KEPT)) : name;
    }
}
