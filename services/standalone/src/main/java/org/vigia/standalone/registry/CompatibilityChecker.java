package org.vigia.standalone.registry;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/** Avro's own rules of schema resolution, applied at a level. */
final class CompatibilityChecker {

    private final SchemaParser parser;

    CompatibilityChecker(SchemaParser parser) {
        this.parser = parser;
    }

    /**
     * What speaks against a new version.
     *
     * @param earlier versions in force, oldest first
     * @return nothing if the new version may follow
     */
    List<String> problems(SchemaContent candidate, List<SchemaVersion> earlier, CompatibilityLevel level) {
        if (earlier.isEmpty() || level == CompatibilityLevel.NONE) {
            return List.of();
        }
        Schema next = parser.parse(candidate);
        List<String> problems = new ArrayList<>();
        for (SchemaVersion version : level.transitive() ? earlier.reversed() : List.of(earlier.getLast())) {
            Schema previous = parser.parse(version.content());
            if (level.backward()) {
                check(
                        next,
                        previous,
                        "the new schema cannot read what version " + version.version() + " wrote",
                        problems);
            }
            if (level.forward()) {
                check(
                        previous,
                        next,
                        "version " + version.version() + " cannot read what the new schema writes",
                        problems);
            }
        }
        if (!problems.isEmpty()) {
            problems.add("{compatibility: '" + level + "'}");
        }
        return problems;
    }

    private static void check(Schema reader, Schema writer, String direction, List<String> problems) {
        for (Incompatibility incompatibility : SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()) {
            problems.add("{errorType:'" + incompatibility.getType() + "', description:'" + direction + ": "
                    + incompatibility.getMessage() + "', path:'" + incompatibility.getLocation() + "'}");
        }
    }
}
