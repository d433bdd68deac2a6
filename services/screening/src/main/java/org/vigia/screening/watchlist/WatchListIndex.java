package org.vigia.screening.watchlist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigia.events.WatchListEntry;
import org.vigia.schemas.substance.CasNumber;
import org.vigia.screening.identity.ClassRule;
import org.vigia.screening.identity.NormalisedName;

/** An unchanging picture of all watch lists, with all their periods, by CAS number, name, identity and class. */
public final class WatchListIndex {

    /** Lists without entries. */
    public static final WatchListIndex EMPTY = of(List.of());

    private final Map<CasNumber, List<ListedEntry>> byCas = new HashMap<>();
    private final Map<NormalisedName, List<ListedEntry>> byName = new HashMap<>();
    private final Map<String, List<ListedEntry>> byIdentity = new HashMap<>();
    private final Map<String, List<ListedEntry>> byClass = new HashMap<>();

    private WatchListIndex() {}

    /** Index of the entries that are not withdrawn; the order they come in does not matter. */
    public static WatchListIndex of(Collection<WatchListEntry> entries) {
        WatchListIndex index = new WatchListIndex();
        entries.stream()
                .filter(entry -> !entry.getWithdrawn())
                .sorted(Comparator.comparing(WatchListEntry::getEntryId))
                .map(ListedEntry::of)
                .forEach(index::add);
        return index;
    }

    private void add(ListedEntry listed) {
        for (CasNumber cas : listed.cas()) {
            byCas.computeIfAbsent(cas, ignored -> new ArrayList<>()).add(listed);
        }
        for (NormalisedName name : listed.names().keySet()) {
            byName.computeIfAbsent(name, ignored -> new ArrayList<>()).add(listed);
        }
        for (String id : listed.identities()) {
            byIdentity.computeIfAbsent(id, ignored -> new ArrayList<>()).add(listed);
        }
        for (ClassRule rule : listed.classes()) {
            byClass.computeIfAbsent(rule.id(), ignored -> new ArrayList<>()).add(listed);
        }
    }

    /** Entries with this CAS number, in the order of their ids, whatever their dates. */
    List<ListedEntry> withCas(CasNumber cas) {
        return byCas.getOrDefault(cas, List.of());
    }

    /** Entries with this name or synonym, in the order of their ids, whatever their dates. */
    List<ListedEntry> withName(NormalisedName name) {
        return byName.getOrDefault(name, List.of());
    }

    /** Entries that name a known substance, in the order of their ids, whatever their dates. */
    List<ListedEntry> withIdentity(String id) {
        return byIdentity.getOrDefault(id, List.of());
    }

    /** Entries whose wording, in some period, lists a class, in the order of their ids. */
    List<ListedEntry> withClass(ClassRule rule) {
        return byClass.getOrDefault(rule.id(), List.of());
    }
}
