package org.vigia.simulation.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.vigia.simulation.planted.Truth;

/** What is to be found, a line of JSON for each case. */
public final class TruthFile {

    private TruthFile() {}

    public static void write(Path file, List<Truth> truths) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (Truth truth : truths) {
                out.write(truth.json());
                out.write('\n');
            }
        }
    }
}
