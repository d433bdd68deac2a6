package org.vigia.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The files of a simulation, read by an independent reader; the last row of each part of an event counts. */
record Simulated(Path directory) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Simulated write(Path directory, long events, long seed) {
        try {
            Simulation.write(events, seed, Files.createDirectories(directory), (file, rows, day, days) -> {});
            return new Simulated(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Map<String, String>> rows(String name) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(directory.resolve(name))) {
            return reader.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What holds in the end: corrected rows replace others, retracted events are gone. */
    List<Map<String, String>> standing(String name, String id) {
        Map<String, Map<String, String>> standing = new LinkedHashMap<>();
        Set<String> retracted = new HashSet<>();
        for (Map<String, String> row : rows(name)) {
            if (row.getOrDefault("status", "").equals("RETRACTED")) {
                retracted.add(row.get(id));
            }
            standing.put(row.get(id) + "|" + row.getOrDefault("line", ""), row);
        }
        standing.values().removeIf(row -> retracted.contains(row.get(id)));
        return new ArrayList<>(standing.values());
    }

    Set<String> ids(String name, String id) {
        Set<String> ids = new HashSet<>();
        rows(name).forEach(row -> ids.add("vigia:" + row.get(id)));
        return ids;
    }

    List<JsonNode> truth() {
        try (Stream<String> lines = Files.lines(directory.resolve("truth.jsonl"))) {
            List<JsonNode> truth = new ArrayList<>();
            for (String line : lines.toList()) {
                truth.add(JSON.readTree(line));
            }
            return truth;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The subjects under which the cases of a kind are complete. */
    Set<String> planted(String kind) {
        Set<String> subjects = new TreeSet<>();
        for (JsonNode line : truth()) {
            if (line.get("kind").asText().equals(kind)) {
                subjects.add(line.get("subjectId").asText());
            }
        }
        return subjects;
    }

    /** All subjects that cases of a kind may name. */
    Set<String> involved(String kind) {
        Set<String> subjects = new TreeSet<>();
        for (JsonNode line : truth()) {
            if (line.get("kind").asText().equals(kind)) {
                line.get("subjectIds").forEach(subject -> subjects.add(subject.asText()));
            }
        }
        return subjects;
    }
}
