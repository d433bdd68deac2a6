package org.vigia.screening.watchlist;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.vigia.events.WatchListEntry;
import org.vigia.schemas.substance.CasNumber;
import org.vigia.screening.identity.DeclaredCas;
import org.vigia.screening.identity.NormalisedName;

/**
 * A list entry with what it can be found by.
 *
 * @param cas its CAS numbers with a right check digit; a wrong one is never matched by
 * @param names its name and synonyms, normalised, each with the list's spelling
 */
public record ListedEntry(
        WatchListEntry entry, ListedSubstance substance, Set<CasNumber> cas, Map<NormalisedName, String> names) {

    static ListedEntry of(WatchListEntry entry) {
        Set<CasNumber> cas = entry.getCas() == null
                ? Set.of()
                : DeclaredCas.inCell(entry.getCas()).verified();
        Map<NormalisedName, String> names = new LinkedHashMap<>();
        names.put(new NormalisedName(entry.getName()), entry.getName());
        entry.getSynonyms().forEach(synonym -> names.putIfAbsent(new NormalisedName(synonym), synonym));
        names.keySet().removeIf(NormalisedName::isEmpty);
        String substance = cas.stream()
                .findFirst()
                .map(CasNumber::value)
                .orElseGet(() -> new NormalisedName(entry.getName()).value());
        return new ListedEntry(
                entry,
                new ListedSubstance(entry.getAuthority(), entry.getList(), substance),
                cas,
                Collections.unmodifiableMap(names));
    }
}
