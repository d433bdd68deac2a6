package org.vigia.producers;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test of the HTTP side that lets everybody in and has the usual limits. */
abstract class ApiTest {

    @TempDir
    Path directory;

    Api api;

    @BeforeEach
    void start() {
        api = new Api(directory);
    }

    @AfterEach
    void stop() {
        api.close();
    }
}
