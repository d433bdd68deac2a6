package org.vigia.standalone.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vigia.producers.definition.DefinitionException;
import org.vigia.producers.feed.FeedCatalogue;
import org.vigia.runtime.settings.InvalidSettingException;
import picocli.CommandLine.Option;

/** Where a user's own feeds are defined. */
final class DefinitionsOption {

    @Option(
            names = "--feeds",
            paramLabel = "DIR",
            description = "directory with feed definitions of your own (*.yaml); docs/feeds.md says how to write one;"
                    + " repeatable")
    private List<Path> directories = List.of();

    /**
     * The feeds that ship with Vigía and those of the directories.
     *
     * @throws InvalidSettingException if a directory cannot be read or a definition cannot be used
     */
    FeedCatalogue catalogue() {
        FeedCatalogue catalogue = FeedCatalogue.shipped();
        for (Path directory : directories) {
            if (!Files.isDirectory(directory)) {
                throw new InvalidSettingException(
                        "--feeds " + directory + " is not a directory. Name the one that your *.yaml files are in.");
            }
            try {
                catalogue = catalogue.with(directory);
            } catch (DefinitionException e) {
                throw new InvalidSettingException(String.valueOf(e.getMessage()));
            } catch (IOException e) {
                throw new InvalidSettingException("--feeds " + directory + " cannot be read: " + e.getMessage());
            }
        }
        return catalogue;
    }
}
