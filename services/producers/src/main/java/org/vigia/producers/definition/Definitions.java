package org.vigia.producers.definition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.vigia.producers.drug.DrugNames;
import org.vigia.producers.feed.Feed;

/** Reads feed definitions: YAML 1.2, a feed a file. */
public final class Definitions {

    /** Those that ship with Vigía, in the order of the documentation. */
    private static final List<String> SHIPPED = List.of(
            "cbp-nationwide",
            "cbp-amo",
            "brazil-fortaleza",
            "colombia-ponal",
            "indiana-labs",
            "illinois-labs",
            "unodc-seizures",
            "ofac-sdn",
            "ofac-consolidated",
            "un-consolidated",
            "bis-dpl",
            "csl");

    private static final int SIZE_LIMIT = 1 << 20;
    private static final LoadSettings YAML = LoadSettings.builder()
            .setCodePointLimit(SIZE_LIMIT)
            .setMaxAliasesForCollections(10)
            .setAllowDuplicateKeys(true) // They are noted with both lines by our own check.
            .build();

    private Definitions() {}

    /** The feeds that ship with Vigía. */
    public static List<Feed> shipped(DrugNames drugs) {
        List<Feed> feeds = new ArrayList<>();
        for (String name : SHIPPED) {
            String resource = "/org/vigia/producers/feeds/" + name + ".yaml";
            try (InputStream in = Definitions.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException(resource + " is missing from the class path");
                }
                feeds.add(read(name + ".yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8), drugs));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return feeds;
    }

    /**
     * The feeds of the files {@code *.yaml} and {@code *.yml} of a directory, by name of the file.
     *
     * @throws DefinitionException if any of them cannot be used; names all problems of all files
     * @throws IOException if the directory or a file cannot be read
     */
    public static List<Feed> of(Path directory, DrugNames drugs) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "*.{yaml,yml}")) {
            found.forEach(files::add);
        }
        files.sort(null);
        Map<String, Path> byName = new HashMap<>();
        List<Feed> feeds = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path file : files) {
            try {
                Feed feed = read(file.toString(), text(file), drugs);
                Path before = byName.putIfAbsent(feed.name(), file);
                if (before != null) {
                    problems.add(file + ":1: Feed " + feed.name() + " is defined in " + before
                            + " too. Give it another name.");
                }
                feeds.add(feed);
            } catch (DefinitionException e) {
                problems.add(e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new DefinitionException(problems);
        }
        return feeds;
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            throw new DefinitionException(List.of(file + ":1: The file is not UTF-8. Save it as UTF-8."));
        }
    }

    /**
     * The feed of a definition.
     *
     * @param file name of the file, for messages
     * @throws DefinitionException if it cannot be used; names all problems, each with its line
     */
    public static Feed read(String file, String yaml, DrugNames drugs) {
        Problems problems = new Problems(file);
        Feed feed = new DefinitionReader(root(yaml, problems), drugs).read();
        problems.throwIfAny();
        return feed;
    }

    private static YamlMap root(String yaml, Problems problems) {
        Optional<Node> node = Optional.empty();
        try {
            node = new Compose(YAML).composeString(yaml);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            problems.add(line, "This is not YAML: " + e.getProblem() + ". Check the indentation and the quotes.");
        } catch (YamlEngineException e) {
            problems.add(1, "This is not YAML: " + e.getMessage() + ".");
        }
        problems.throwIfAny();
        if (node.isEmpty()) {
            problems.add(1, "The file is empty. Write a feed definition.");
        }
        problems.throwIfAny();
        return new YamlValue(node.orElseThrow(), "a feed definition", 1, problems).map();
    }
}
