package org.vigia.standalone.registry;

import java.util.Locale;
import java.util.Optional;
import org.vigia.standalone.registry.StoreRecord.LevelSet;
import org.vigia.standalone.registry.StoreRecord.ModeSet;

/** Compatibility levels and modes, of the registry and of single subjects. */
final class Settings {

    private static final CompatibilityLevel DEFAULT_LEVEL = CompatibilityLevel.BACKWARD;

    private final RegistryStore store;

    Settings(RegistryStore store) {
        this.store = store;
    }

    /** The level that counts for a subject. */
    CompatibilityLevel level(String subject) {
        return store.state().level(subject).orElseGet(this::globalLevel);
    }

    CompatibilityLevel globalLevel() {
        return store.state().level(StoreRecord.GLOBAL).orElse(DEFAULT_LEVEL);
    }

    /** The mode that counts for a subject. */
    Mode mode(String subject) {
        return store.state().mode(subject).orElseGet(this::globalMode);
    }

    Mode globalMode() {
        return store.state().mode(StoreRecord.GLOBAL).orElse(Mode.READWRITE);
    }

    /** @throws RegistryError 42203 if there is no such level */
    CompatibilityLevel setLevel(String subject, String name) {
        CompatibilityLevel level =
                parse(CompatibilityLevel.class, name).orElseThrow(() -> RegistryError.invalidLevel(name));
        return store.exclusively(() -> {
            store.append(new LevelSet(subject, level));
            return level;
        });
    }

    /**
     * Sets a mode.
     *
     * @param force whether a subject that has versions may be imported into
     * @throws RegistryError 42204 if there is no such mode, 42205 if there are versions and force is not set
     */
    Mode setMode(String subject, String name, boolean force) {
        Mode mode = parse(Mode.class, name).orElseThrow(() -> RegistryError.invalidMode(name));
        return store.exclusively(() -> {
            boolean hasVersions = subject.equals(StoreRecord.GLOBAL)
                    ? !store.state().subjects().isEmpty()
                    : !store.state().versions(subject).isEmpty();
            if (mode == Mode.IMPORT && hasVersions && !force && mode(subject) != Mode.IMPORT) {
                throw RegistryError.notPermitted("Cannot import since found existing subjects");
            }
            store.append(new ModeSet(subject, mode));
            return mode;
        });
    }

    /** Removes a level; returns the one that was set. */
    Optional<CompatibilityLevel> removeLevel(String subject) {
        return store.exclusively(() -> {
            Optional<CompatibilityLevel> level = store.state().level(subject);
            level.ifPresent(set -> store.append(new LevelSet(subject, null)));
            return level;
        });
    }

    /** Removes a mode; returns the one that was set. */
    Optional<Mode> removeMode(String subject) {
        return store.exclusively(() -> {
            Optional<Mode> mode = store.state().mode(subject);
            mode.ifPresent(set -> store.append(new ModeSet(subject, null)));
            return mode;
        });
    }

    private static <E extends Enum<E>> Optional<E> parse(Class<E> type, String name) {
        try {
            return Optional.of(Enum.valueOf(type, name.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException noSuchName) {
            return Optional.empty();
        }
    }
}
