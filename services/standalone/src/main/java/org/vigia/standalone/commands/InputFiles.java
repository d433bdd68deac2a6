package org.vigia.standalone.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigia.producers.feed.Feed;
import org.vigia.producers.feed.FeedCatalogue;
import org.vigia.producers.feed.UnknownFeedException;
import org.vigia.runtime.settings.InvalidSettingException;
import org.vigia.standalone.run.Replay;

/**
 * Files named on the command line as {@code NAME=FILE}. Further files of the same feed may follow without the name, and
 * a pattern such as {@code NAME=dir/*.csv} stands for all files that it matches, by name.
 */
final class InputFiles {

    private static final Pattern NAMED = Pattern.compile("([a-z0-9][a-z0-9-]*)=(.+)");

    private InputFiles() {}

    /**
     * The inputs, in the order given.
     *
     * @throws InvalidSettingException if a feed is unknown or a file cannot be read
     */
    static List<Replay.Input> parse(String option, List<String> arguments, FeedCatalogue catalogue) {
        List<Replay.Input> inputs = new ArrayList<>();
        @Nullable Feed feed = null;
        for (String argument : arguments) {
            Matcher named = NAMED.matcher(argument);
            String path = argument;
            if (named.matches() && (feed == null || !Files.exists(Path.of(argument)))) {
                feed = require(catalogue, named.group(1));
                path = named.group(2);
            }
            if (feed == null) {
                throw new InvalidSettingException(option + " " + argument + ": write NAME=FILE, for example " + option
                        + " vigia-seizures=seizures.csv");
            }
            for (Path file : files(option, path, feed)) {
                inputs.add(new Replay.Input(feed, file));
            }
        }
        return inputs;
    }

    private static Feed require(FeedCatalogue catalogue, String name) {
        try {
            return catalogue.require(name);
        } catch (UnknownFeedException e) {
            throw new InvalidSettingException(String.valueOf(e.getMessage()));
        }
    }

    private static List<Path> files(String option, String text, Feed feed) {
        Path path = path(option, text);
        if (Files.exists(path)) {
            checkReadable(option, path, feed);
            return List.of(path);
        }
        List<Path> matches = text.contains("*") || text.contains("?") ? matches(path) : List.of();
        if (matches.isEmpty()) {
            throw new InvalidSettingException(option + ": there is no file " + text);
        }
        matches.forEach(match -> checkReadable(option, match, feed));
        return matches;
    }

    private static Path path(String option, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new InvalidSettingException(option + ": " + text + " is no path: " + e.getReason());
        }
    }

    private static void checkReadable(String option, Path path, Feed feed) {
        boolean directory = !feed.layout().parts().isEmpty();
        if (Files.isDirectory(path) != directory) {
            throw new InvalidSettingException(option + ": " + path + " is "
                    + (directory ? "no directory" : "a directory") + ", and "
                    + feed.name() + " reads "
                    + (directory
                            ? "one with " + feed.layout().parts().getFirst().name() + " and its other files"
                            : "a file"));
        }
        if (!Files.isReadable(path)) {
            throw new InvalidSettingException(option + ": " + path + " cannot be read, check its permissions");
        }
    }

    private static List<Path> matches(Path pattern) {
        @Nullable Path parent = pattern.getParent();
        @Nullable Path name = pattern.getFileName();
        Path directory = parent == null ? Path.of(".") : parent;
        if (name == null || !Files.isDirectory(directory)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, name.toString())) {
            files.forEach(found::add);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + directory, e);
        }
        found.sort(null);
        return found;
    }
}
