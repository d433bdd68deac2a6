package org.vigia.standalone.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Where one process keeps its state: in a directory that the user names, or in one that is deleted at the end. */
public final class Directories implements AutoCloseable {

    private final Path root;
    private final boolean temporary;

    private Directories(Path root, boolean temporary) {
        this.root = root;
        this.temporary = temporary;
    }

    /**
     * Opens the state directory.
     *
     * @param kept directory to keep state in, created if missing; null for a temporary one
     * @throws IOException if it cannot be created
     */
    public static Directories open(@Nullable Path kept) throws IOException {
        if (kept == null) {
            return new Directories(Files.createTempDirectory("vigia-"), true);
        }
        return new Directories(Files.createDirectories(kept.toAbsolutePath()), false);
    }

    /** Log directory of the broker. */
    public Path broker() {
        return root.resolve("broker");
    }

    /** State stores of the applications. */
    public Path streams() {
        return root.resolve("streams");
    }

    /** What producers remember of published claims. */
    public Path index() {
        return root.resolve("index");
    }

    /** Uploads while they are loaded. */
    public Path spool() {
        return root.resolve("spool");
    }

    /** Shown to the user. */
    public Path root() {
        return root;
    }

    @Override
    public void close() {
        if (!temporary) {
            return;
        }
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
                    Files.deleteIfExists(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete the temporary directory " + root, e);
        }
    }
}
