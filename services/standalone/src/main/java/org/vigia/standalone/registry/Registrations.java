package org.vigia.standalone.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.vigia.standalone.registry.StoreRecord.VersionStored;

/** Registers schemas and finds registered ones. */
final class Registrations {

    private final RegistryStore store;
    private final SchemaParser parser;
    private final CompatibilityChecker checker;
    private final Subjects subjects;
    private final Settings settings;

    Registrations(RegistryStore store, Subjects subjects, Settings settings) {
        this.store = store;
        this.parser = new SchemaParser(store.state());
        this.checker = new CompatibilityChecker(parser);
        this.subjects = subjects;
        this.settings = settings;
    }

    /** Adds a version to a subject, or finds the one that has the same content. */
    SchemaVersion register(String subject, JsonNode request, boolean normalize) {
        return store.exclusively(() -> {
            SchemaContent content = parser.content(request, normalize);
            return find(subject, content, false).orElseGet(() -> add(subject, content, request));
        });
    }

    /** @throws RegistryError 40401 or 40403 if the subject or the schema is not there */
    SchemaVersion lookup(String subject, JsonNode request, boolean normalize, boolean withDeleted) {
        subjects.requireVersions(subject, withDeleted);
        return find(subject, parser.content(request, normalize), withDeleted)
                .orElseThrow(() -> RegistryError.schemaNotFound("under subject '" + subject + "'"));
    }

    /** What speaks against a schema as the next version, against all versions that its level names. */
    List<String> problems(String subject, JsonNode request, boolean normalize) {
        return checker.problems(
                parser.content(request, normalize), subjects.versions(subject, false), settings.level(subject));
    }

    /** The same against one version; nothing speaks against the first schema of a subject. */
    List<String> problems(String subject, String version, JsonNode request, boolean normalize) {
        if (subjects.versions(subject, false).isEmpty() && Subjects.isLatest(version)) {
            return List.of();
        }
        SchemaVersion earlier = subjects.require(subject, version, false);
        return checker.problems(parser.content(request, normalize), List.of(earlier), settings.level(subject));
    }

    private Optional<SchemaVersion> find(String subject, SchemaContent content, boolean withDeleted) {
        return subjects.versions(subject, withDeleted).reversed().stream()
                .filter(version -> version.content().equals(content))
                .findFirst();
    }

    private SchemaVersion add(String subject, SchemaContent content, JsonNode request) {
        int wantedId = request.path("id").asInt();
        int wantedVersion = request.path("version").asInt();
        boolean importing = settings.mode(subject) == Mode.IMPORT;
        switch (settings.mode(subject)) {
            case READONLY -> throw RegistryError.notPermitted("Subject '" + subject + "' is in read-only mode");
            case IMPORT -> requireImport(subject, content, wantedId);
            case READWRITE -> {
                if (wantedId > 0) {
                    throw RegistryError.notPermitted("Subject '" + subject + "' is not in import mode");
                }
            }
        }
        List<SchemaVersion> all = subjects.versions(subject, true);
        int next = all.isEmpty() ? 1 : all.getLast().version() + 1;
        if (!importing) {
            List<String> problems =
                    checker.problems(content, subjects.versions(subject, false), settings.level(subject));
            if (!problems.isEmpty()) {
                throw RegistryError.incompatible(subject, problems.toString());
            }
            if (wantedVersion > 0 && wantedVersion != next) {
                throw RegistryError.invalidSchema(
                        "Version " + wantedVersion + " is not one more than previous version " + (next - 1));
            }
        }
        int id = importing
                ? wantedId
                : store.state().id(content).orElseGet(() -> store.state().highestId() + 1);
        SchemaVersion version =
                new SchemaVersion(subject, importing && wantedVersion > 0 ? wantedVersion : next, id, content, false);
        store.append(new VersionStored(version));
        return version;
    }

    private void requireImport(String subject, SchemaContent content, int id) {
        if (id <= 0) {
            throw RegistryError.notPermitted("Subject '" + subject + "' is in import mode: give the schema's id");
        }
        Optional<SchemaContent> present = store.state().content(id);
        if (present.isPresent() && !present.get().equals(content)) {
            throw RegistryError.notPermitted("Overwrite new schema with id " + id + " is not permitted.");
        }
    }
}
