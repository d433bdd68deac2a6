package org.vigia.standalone.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigia.standalone.registry.StoreRecord.Ignored;
import org.vigia.standalone.registry.StoreRecord.LevelSet;
import org.vigia.standalone.registry.StoreRecord.ModeSet;
import org.vigia.standalone.registry.StoreRecord.SubjectDeleted;
import org.vigia.standalone.registry.StoreRecord.VersionErased;
import org.vigia.standalone.registry.StoreRecord.VersionStored;

/** What the records of the topic add up to, up to the last one read. Safe for use by several threads. */
final class RegistryState {

    private final NavigableMap<String, NavigableMap<Integer, SchemaVersion>> subjects = new TreeMap<>();
    private final Map<Integer, SchemaContent> contents = new HashMap<>();
    private final Map<SchemaContent, Integer> ids = new HashMap<>();
    private final Map<UUID, Integer> guids = new HashMap<>();
    private final Map<String, CompatibilityLevel> levels = new HashMap<>();
    private final Map<String, Mode> modes = new HashMap<>();
    private int highestId;

    synchronized void apply(StoreRecord record) {
        switch (record) {
            case VersionStored stored -> store(stored.version());
            case VersionErased erased -> erase(erased.subject(), erased.version());
            case SubjectDeleted deleted ->
                subjects.getOrDefault(deleted.subject(), new TreeMap<>())
                        .headMap(deleted.upToVersion(), true)
                        .replaceAll((number, version) -> version.asDeleted());
            case LevelSet set -> put(levels, set.subject(), set.level());
            case ModeSet set -> put(modes, set.subject(), set.mode());
            case Ignored ignored -> {}
        }
    }

    /** Names of all subjects that have versions left, in order. */
    synchronized List<String> subjects() {
        return List.copyOf(subjects.keySet());
    }

    /** All versions of a subject, the deleted ones too, oldest first; none if it is unknown. */
    synchronized List<SchemaVersion> versions(String subject) {
        return List.copyOf(subjects.getOrDefault(subject, new TreeMap<>()).values());
    }

    /** All versions of all subjects, by subject and version. */
    synchronized List<SchemaVersion> allVersions() {
        List<SchemaVersion> all = new ArrayList<>();
        subjects.values().forEach(versions -> all.addAll(versions.values()));
        return all;
    }

    synchronized Optional<SchemaContent> content(int id) {
        return Optional.ofNullable(contents.get(id));
    }

    synchronized Optional<Integer> id(SchemaContent content) {
        return Optional.ofNullable(ids.get(content));
    }

    synchronized Optional<Integer> id(UUID guid) {
        return Optional.ofNullable(guids.get(guid));
    }

    /** The highest id ever read, 0 if none. */
    synchronized int highestId() {
        return highestId;
    }

    /** The level set for exactly this subject, or for the registry. */
    synchronized Optional<CompatibilityLevel> level(String subject) {
        return Optional.ofNullable(levels.get(subject));
    }

    /** The mode set for exactly this subject, or for the registry. */
    synchronized Optional<Mode> mode(String subject) {
        return Optional.ofNullable(modes.get(subject));
    }

    private void store(SchemaVersion version) {
        subjects.computeIfAbsent(version.subject(), name -> new TreeMap<>()).put(version.version(), version);
        contents.put(version.id(), version.content());
        ids.put(version.content(), version.id());
        guids.put(version.content().guid(), version.id());
        highestId = Math.max(highestId, version.id());
    }

    private void erase(String subject, int number) {
        NavigableMap<Integer, SchemaVersion> versions = subjects.get(subject);
        SchemaVersion erased = versions == null ? null : versions.remove(number);
        if (versions == null || erased == null) {
            return;
        }
        if (versions.isEmpty()) {
            subjects.remove(subject);
        }
        boolean usedElsewhere = allVersions().stream().anyMatch(version -> version.id() == erased.id());
        if (!usedElsewhere) {
            contents.remove(erased.id());
            ids.remove(erased.content(), erased.id());
            guids.remove(erased.content().guid(), erased.id());
        }
    }

    private static <V> void put(Map<String, V> map, String subject, @Nullable V value) {
        if (value == null) {
            map.remove(subject);
        } else {
            map.put(subject, value);
        }
    }
}
