package org.vigia.standalone.registry;

import java.util.List;
import java.util.regex.Pattern;

/** Finds versions of subjects, with Confluent's errors for what is not there. */
final class Subjects {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,9}");

    private final RegistryState state;

    Subjects(RegistryState state) {
        this.state = state;
    }

    /** Versions in force, or with the deleted ones, oldest first. May be empty. */
    List<SchemaVersion> versions(String subject, boolean withDeleted) {
        return state.versions(subject).stream()
                .filter(version -> withDeleted || !version.deleted())
                .toList();
    }

    /** @throws RegistryError 40401 if there is none */
    List<SchemaVersion> requireVersions(String subject, boolean withDeleted) {
        List<SchemaVersion> versions = versions(subject, withDeleted);
        if (versions.isEmpty()) {
            throw RegistryError.subjectNotFound(subject);
        }
        return versions;
    }

    /**
     * One version.
     *
     * @param version a number from 1 on, or "latest", or "-1" for the latest
     * @throws RegistryError 42202, 40401 or 40402
     */
    SchemaVersion require(String subject, String version, boolean withDeleted) {
        boolean latest = isLatest(version);
        int number = latest ? 0 : number(version);
        List<SchemaVersion> versions = requireVersions(subject, withDeleted);
        return latest
                ? versions.getLast()
                : versions.stream()
                        .filter(candidate -> candidate.version() == number)
                        .findFirst()
                        .orElseThrow(() -> RegistryError.versionNotFound(version));
    }

    static boolean isLatest(String version) {
        return version.equals("latest") || version.equals("-1");
    }

    private static int number(String version) {
        if (NUMBER.matcher(version).matches() && Long.parseLong(version) <= Integer.MAX_VALUE) {
            return Integer.parseInt(version);
        }
        throw RegistryError.invalidVersion(version);
    }
}
