package org.vigia.producers.table;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The files of a directory that make up one delivery: whole sets, packed or not. */
final class PartFiles {

    private PartFiles() {}

    /** A file that is there. */
    record Found(Layout.Part part, Path path) {}

    /**
     * The files in the order of the layout.
     *
     * @throws NoSuchFileException if one is missing of a set that is there, or no set is there
     */
    static List<Found> in(Path directory, List<Layout.Part> parts) throws NoSuchFileException {
        Set<String> sets = parts.stream()
                .filter(part -> file(directory, part).isPresent())
                .map(Layout.Part::set)
                .collect(Collectors.toSet());
        List<Found> found = new ArrayList<>();
        for (Layout.Part part : parts) {
            Optional<Path> file = file(directory, part);
            if (file.isPresent()) {
                found.add(new Found(part, file.get()));
            } else if (!part.optional() && (sets.isEmpty() || sets.contains(part.set()))) {
                throw new NoSuchFileException(
                        directory.resolve(part.name()).toString(),
                        null,
                        "is missing, and the list is not whole without it");
            }
        }
        return found;
    }

    private static Optional<Path> file(Path directory, Layout.Part part) {
        return List.of("", ".gz", ".zst").stream()
                .map(ending -> directory.resolve(part.name() + ending))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
