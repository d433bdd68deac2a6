package org.vigia.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.vigia.standalone.broker.SharedBroker;
import org.vigia.standalone.registry.SharedRegistry;

/**
 * The command line as a user has it, against the broker and registry that the tests of this JVM share; kept apart from
 * other tests by its own topic prefix. Files in, files out.
 */
final class Pipeline {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String prefix = "t" + UUID.randomUUID().toString().substring(0, 8) + ".";
    private final Path directory;
    private int runs;

    Pipeline(Path directory) {
        this.directory = directory;
    }

    String prefix() {
        return prefix;
    }

    Path write(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    /** Runs {@code vigia run} with the given inputs and returns the directory of its results. */
    Path run(String... inputs) {
        Path out = directory.resolve("out-" + ++runs);
        List<String> arguments = new ArrayList<>(List.of("run"));
        arguments.addAll(List.of(inputs));
        arguments.addAll(List.of(
                "--out",
                out.toString(),
                "--prefix",
                prefix,
                "--data",
                directory.resolve("state").toString()));
        arguments.addAll(List.of("--bootstrap", SharedBroker.bootstrapServers(), "--registry", SharedRegistry.url()));
        StringWriter errors = new StringWriter();
        int status = Vigia.execute(arguments.toArray(String[]::new), new PrintWriter(errors, true));
        assertThat(errors.toString()).isEmpty();
        assertThat(status).isZero();
        return out;
    }

    static String feed(String name, Path file) {
        return "--feed=" + name + "=" + file;
    }

    static String reference(String name, Path file) {
        return "--reference=" + name + "=" + file;
    }

    static List<NamedCsvRecord> csv(Path out, String name) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(out.resolve(name))) {
            return reader.stream().toList();
        }
    }

    static List<JsonNode> jsonLines(Path out, String name) throws IOException {
        try (Stream<String> lines = Files.lines(out.resolve(name))) {
            return lines.map(Pipeline::parse).toList();
        }
    }

    static JsonNode json(Path out, String name) throws IOException {
        return JSON.readTree(out.resolve(name).toFile());
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError("No JSON: " + line, e);
        }
    }
}
