package org.vigia.simulation.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tables that come with the program: a header, then rows of cells divided by semicolons. */
final class Table {

    private Table() {}

    static List<List<String>> rows(String name) {
        try (InputStream in = Table.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: " + name + " is missing");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).map(Table::cells).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The program's table " + name + " cannot be read", e);
        }
    }

    private static List<String> cells(String line) {
        return List.of(line.split(";", -1));
    }
}
