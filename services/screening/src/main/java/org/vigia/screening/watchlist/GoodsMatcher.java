package org.vigia.screening.watchlist;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigia.events.GoodsLine;
import org.vigia.schemas.substance.CasNumber;
import org.vigia.screening.identity.ChemicalIdentity;
import org.vigia.screening.identity.ClassRule;
import org.vigia.screening.identity.Declaration;
import org.vigia.screening.identity.DeclaredCas;
import org.vigia.screening.identity.DeclaredText;
import org.vigia.screening.identity.Identification;
import org.vigia.screening.identity.NormalisedName;

/**
 * Which list entries a goods line matches, whatever their dates: by CAS number first, else by exact name, else because it
 * is identified as what the entry names or as a member of a class that the entry lists.
 */
final class GoodsMatcher {

    private final WatchListIndex index;
    private final WatchListRules rules;

    GoodsMatcher(WatchListIndex index, WatchListRules rules) {
        this.index = index;
        this.rules = rules;
    }

    /** Matches by entry id. */
    Map<String, Match> matches(GoodsLine line) {
        DeclaredCas inField = line.getCas() == null ? DeclaredCas.NONE : DeclaredCas.inCell(line.getCas());
        DeclaredCas inText = DeclaredCas.in(line.getDescription());
        Map<String, Match> matches = new TreeMap<>();
        inField.verified().forEach(cas -> addByCas(new MatchedBy.Cas(cas, false), matches));
        inText.verified().forEach(cas -> addByCas(new MatchedBy.Cas(cas, true), matches));

        Set<String> failed = union(inField.failed(), inText.failed());
        Set<CasNumber> declared = union(inField.verified(), inText.verified());
        DeclaredText text = DeclaredText.of(line.getDescription());
        addByName(text.whole(), true, failed, declared, matches);
        for (NormalisedName phrase : new TreeSet<>(text.phrases())) {
            if (phrase.letters() >= rules.phraseLetters()) {
                addByName(phrase, false, failed, declared, matches);
            }
        }
        addByIdentity(line, matches);
        return matches;
    }

    private void addByIdentity(GoodsLine line, Map<String, Match> matches) {
        Declaration declaration = new Declaration(line.getDescription(), line.getCas(), line.getHsCode());
        for (Identification one :
                ChemicalIdentity.builtIn().identify(declaration).identifications()) {
            if (one.overruled() || one.confidence() < rules.identityConfidence()) {
                continue;
            }
            for (ListedEntry listed : index.withIdentity(one.id())) {
                matches.putIfAbsent(listed.entry().getEntryId(), new Match(listed, new MatchedBy.Identity(one, null)));
            }
            for (ClassRule rule : one.classes()) {
                for (ListedEntry listed : index.withClass(rule)) {
                    matches.putIfAbsent(
                            listed.entry().getEntryId(), new Match(listed, new MatchedBy.Identity(one, rule)));
                }
            }
        }
    }

    private void addByCas(MatchedBy.Cas by, Map<String, Match> matches) {
        for (ListedEntry listed : index.withCas(by.cas())) {
            matches.putIfAbsent(listed.entry().getEntryId(), new Match(listed, by));
        }
    }

    private void addByName(
            NormalisedName name,
            boolean whole,
            Set<String> failed,
            Set<CasNumber> declared,
            Map<String, Match> matches) {
        for (ListedEntry listed : index.withName(name)) {
            String spelling = listed.names().getOrDefault(name, name.value());
            MatchedBy by = new MatchedBy.Name(spelling, whole, failed, declared);
            matches.putIfAbsent(listed.entry().getEntryId(), new Match(listed, by));
        }
    }

    private static <T> Set<T> union(Set<T> first, Set<T> second) {
        Set<T> union = new LinkedHashSet<>(first);
        union.addAll(second);
        return Collections.unmodifiableSet(union);
    }

    /** An entry and what the line has in common with it. */
    record Match(ListedEntry listed, MatchedBy by) {

        /** The entry's periods that cover any of the days; of a class, those that list it. */
        List<InForce> during(ShipmentDays days) {
            List<InForce> periods = InForce.during(days, listed.entry());
            return by instanceof MatchedBy.Identity identity && identity.rule() != null
                    ? periods.stream()
                            .filter(period -> listed.lists(identity.rule(), period))
                            .toList()
                    : periods;
        }
    }
}
