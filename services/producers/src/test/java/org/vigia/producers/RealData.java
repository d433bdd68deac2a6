package org.vigia.producers;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the outside world, which are not part of the project. */
final class RealData {

    private RealData() {}

    /** A file, or the end of the test: skipped where the data is absent, failed in continuous integration. */
    static Path file(String path) {
        Path file = Path.of(System.getProperty("vigia.root", "."), "../shared/data", path)
                .normalize();
        if (!Files.exists(file) && "true".equals(System.getenv("CI"))) {
            fail("The real data is missing in continuous integration: " + file);
        }
        assumeTrue(Files.exists(file), "the real data is not on this machine: " + file);
        return file;
    }
}
