package org.vigia.standalone.registry;

import java.util.List;
import org.vigia.standalone.registry.StoreRecord.LevelSet;
import org.vigia.standalone.registry.StoreRecord.ModeSet;
import org.vigia.standalone.registry.StoreRecord.SubjectDeleted;
import org.vigia.standalone.registry.StoreRecord.VersionErased;
import org.vigia.standalone.registry.StoreRecord.VersionStored;

/** Deletes subjects and versions: softly first, then for good if asked again. */
final class Deletions {

    private final RegistryStore store;
    private final Subjects subjects;
    private final Settings settings;

    Deletions(RegistryStore store, Subjects subjects, Settings settings) {
        this.store = store;
        this.subjects = subjects;
        this.settings = settings;
    }

    /** Deletes all versions; returns their numbers. */
    List<Integer> subject(String subject, boolean permanently) {
        return store.exclusively(() -> {
            requireWritable(subject);
            List<SchemaVersion> all = subjects.requireVersions(subject, true);
            List<SchemaVersion> inForce = subjects.versions(subject, false);
            if (permanently) {
                return eraseAll(subject, all, inForce);
            }
            if (inForce.isEmpty()) {
                throw RegistryError.subjectSoftDeleted(subject);
            }
            inForce.forEach(this::requireUnreferenced);
            store.append(new SubjectDeleted(subject, inForce.getLast().version()));
            forgetSettings(subject);
            return numbers(inForce);
        });
    }

    /** Deletes one version; returns its number. */
    int version(String subject, String version, boolean permanently) {
        return store.exclusively(() -> {
            requireWritable(subject);
            SchemaVersion found = subjects.require(subject, version, !Subjects.isLatest(version) || permanently);
            requireUnreferenced(found);
            if (permanently) {
                if (!found.deleted()) {
                    throw RegistryError.versionNotSoftDeleted(subject, found.version());
                }
                store.append(new VersionErased(subject, found.version()));
                return found.version();
            }
            if (found.deleted()) {
                throw RegistryError.versionSoftDeleted(subject, found.version());
            }
            store.append(new VersionStored(found.asDeleted()));
            if (subjects.versions(subject, false).isEmpty()) {
                forgetSettings(subject);
            }
            return found.version();
        });
    }

    /** Versions that refer to one, deleted ones left out. */
    List<SchemaVersion> referencing(SchemaVersion referenced) {
        return store.state().allVersions().stream()
                .filter(version -> !version.deleted())
                .filter(version -> version.content().references().stream()
                        .anyMatch(reference -> reference.subject().equals(referenced.subject())
                                && reference.version() == referenced.version()))
                .toList();
    }

    private List<Integer> eraseAll(String subject, List<SchemaVersion> all, List<SchemaVersion> inForce) {
        if (!inForce.isEmpty()) {
            throw RegistryError.subjectNotSoftDeleted(subject);
        }
        all.forEach(this::requireUnreferenced);
        all.forEach(version -> store.append(new VersionErased(subject, version.version())));
        return numbers(all);
    }

    private void requireUnreferenced(SchemaVersion version) {
        if (!referencing(version).isEmpty()) {
            throw RegistryError.referenceExists(
                    "{subject=" + version.subject() + ",version=" + version.version() + "}");
        }
    }

    private void requireWritable(String subject) {
        if (settings.mode(subject) == Mode.READONLY) {
            throw RegistryError.notPermitted("Subject '" + subject + "' is in read-only mode");
        }
    }

    private void forgetSettings(String subject) {
        store.state().level(subject).ifPresent(level -> store.append(new LevelSet(subject, null)));
        store.state().mode(subject).ifPresent(mode -> store.append(new ModeSet(subject, null)));
    }

    private static List<Integer> numbers(List<SchemaVersion> versions) {
        return versions.stream().map(SchemaVersion::version).toList();
    }
}
