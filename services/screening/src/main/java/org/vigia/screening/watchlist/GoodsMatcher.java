package org.vigia.screening.watchlist;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigia.events.GoodsLine;
import org.vigia.schemas.substance.CasNumber;
import org.vigia.screening.identity.DeclaredCas;
import org.vigia.screening.identity.DeclaredText;
import org.vigia.screening.identity.NormalisedName;

/** Which list entries a goods line matches, whatever their dates: by CAS number first, else by exact name. */
final class GoodsMatcher {

    private final WatchListIndex index;
    private final int phraseLetters;

    GoodsMatcher(WatchListIndex index, int phraseLetters) {
        this.index = index;
        this.phraseLetters = phraseLetters;
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
            if (phrase.letters() >= phraseLetters) {
                addByName(phrase, false, failed, declared, matches);
            }
        }
        return matches;
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
    record Match(ListedEntry listed, MatchedBy by) {}
}
