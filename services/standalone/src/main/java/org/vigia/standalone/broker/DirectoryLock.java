package org.vigia.standalone.broker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Sole use of a data directory, held until closed or until the process ends. */
final class DirectoryLock implements AutoCloseable {

    private static final String FILE = ".vigia-lock";

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Creates the directory if it is missing and locks it.
     *
     * @throws BrokerException if it cannot be created or written, or if another process or broker uses it
     */
    static DirectoryLock acquire(Path directory) {
        FileChannel channel = open(directory);
        try {
            if (tryLock(channel) == null) {
                channel.close();
                throw new BrokerException(
                        "The data directory " + directory
                                + " is in use by another Vigía: stop that one, or give another directory",
                        null);
            }
            return new DirectoryLock(channel);
        } catch (IOException e) {
            throw new BrokerException("Cannot lock the data directory " + directory + ": " + e, e);
        }
    }

    private static FileChannel open(Path directory) {
        try {
            Files.createDirectories(directory);
            return FileChannel.open(directory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new BrokerException(
                    "The data directory " + directory + " is a file: give a directory, or a path that does not exist",
                    e);
        } catch (IOException e) {
            throw new BrokerException(
                    "Cannot write to the data directory " + directory + " (" + e
                            + "): give a directory that this user may write to",
                    e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new BrokerException("Cannot release the data directory: " + e, e);
        }
    }
}
