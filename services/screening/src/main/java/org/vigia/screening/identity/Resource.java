package org.vigia.screening.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A tab-separated table that comes with this package: a header, rows, and lines of remarks that begin with {@code #}. */
final class Resource {

    private Resource() {}

    /** The rows, each as its cells by column name, stripped; a row may end before the last columns. */
    static Stream<Map<String, String>> rows(String file) {
        List<String> lines = lines(file);
        String[] columns = lines.getFirst().split("\t", -1);
        return lines.stream().skip(1).map(line -> row(columns, line));
    }

    private static Map<String, String> row(String[] columns, String line) {
        String[] cells = line.split("\t", -1);
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.length; i++) {
            row.put(columns[i], i < cells.length ? cells[i].strip() : "");
        }
        return row;
    }

    private static List<String> lines(String file) {
        try (InputStream in = Resource.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
