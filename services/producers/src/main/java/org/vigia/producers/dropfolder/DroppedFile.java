package org.vigia.producers.dropfolder;

import java.io.IOException;
import java.nio.file.Path;
import org.vigia.producers.ingest.PackedContent;
import org.vigia.producers.table.FeedFile;

/** A file that was taken, and is no bomb. */
record DroppedFile(FeedFile file) {

    /** Most bytes that a packed file may hold, a hundred times more than any partner sends. */
    private static final long LARGEST = 1L << 40;

    /**
     * Looks at a file.
     *
     * @throws org.vigia.runtime.http.ProblemException if it is packed to fill a disk, or damaged
     */
    static DroppedFile of(Path path) throws IOException {
        PackedContent.check(path, LARGEST);
        return new DroppedFile(FeedFile.of(path));
    }
}
