package org.vigia.screening.watchlist;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigia.events.ListingPeriod;
import org.vigia.events.WatchListEntry;
import org.vigia.schemas.substance.CasNumber;
import org.vigia.screening.identity.ChemicalIdentity;
import org.vigia.screening.identity.ClassRule;
import org.vigia.screening.identity.ClassRules;
import org.vigia.screening.identity.Declaration;
import org.vigia.screening.identity.DeclaredCas;
import org.vigia.screening.identity.Identification;
import org.vigia.screening.identity.KnownSubstance;
import org.vigia.screening.identity.NormalisedName;

/**
 * A list entry with what it can be found by.
 *
 * @param cas its CAS numbers with a right check digit; a wrong one is never matched by
 * @param names its name and synonyms, normalised, each with the list's spelling
 * @param identities ids of the known substances that it names
 * @param classes the class rules that its wording lists
 */
public record ListedEntry(
        WatchListEntry entry,
        ListedSubstance substance,
        Set<CasNumber> cas,
        Map<NormalisedName, String> names,
        List<String> identities,
        List<ClassRule> classes) {

    /** A list's own name is taken for a substance only if it is hardly anything else. */
    private static final double CERTAIN = 0.85;

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
        List<String> identities = identities(entry, cas);
        return new ListedEntry(
                entry,
                new ListedSubstance(entry.getAuthority(), entry.getList(), substance),
                cas,
                Collections.unmodifiableMap(names),
                identities,
                ClassRules.builtIn().rules().stream()
                        .filter(rule -> wordings(entry).anyMatch(words -> rule.isListedBy(identities, words)))
                        .toList());
    }

    /** What its CAS numbers are those of, else the one substance that its name is sure to mean. */
    private static List<String> identities(WatchListEntry entry, Set<CasNumber> cas) {
        ChemicalIdentity known = ChemicalIdentity.builtIn();
        List<String> byCas = cas.stream()
                .map(known.table()::withCas)
                .filter(Objects::nonNull)
                .map(KnownSubstance::id)
                .toList();
        if (!byCas.isEmpty()) {
            return byCas;
        }
        List<String> byName = known.identify(Declaration.of(entry.getName())).identifications().stream()
                .filter(one -> one.substance() != null && one.confidence() >= CERTAIN)
                .map(Identification::id)
                .toList();
        return byName.size() == 1 ? byName : List.of();
    }

    private static Stream<@Nullable String> wordings(WatchListEntry entry) {
        return Stream.concat(
                Stream.of(entry.getName()), entry.getPeriods().stream().map(ListingPeriod::getClassRule));
    }

    /** Whether the entry lists a class in a period: by its name always, else by the words of that period. */
    boolean lists(ClassRule rule, InForce period) {
        return rule.isListedBy(identities, entry.getName()) || rule.isListedBy(identities, period.classRule());
    }
}
