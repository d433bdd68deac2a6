package org.vigia.screening.party;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names that a name is like, as exactly as if it were scored against each of them: a name is only passed by if
 * {@link ScoreBound} proves that its score is below the threshold.
 *
 * @param <T> what the names belong to
 */
final class NameIndex<T> {

    /** A name that reaches the threshold; {@code number} is its place in the order in which names were given. */
    record Hit<T>(int number, PartyName name, T entry, double score) {}

    private final NameScorer scorer;
    private final List<PartyName> names = new ArrayList<>();
    private final List<T> entries = new ArrayList<>();
    private final Vocabulary vocabulary = new Vocabulary();
    private final Map<String, IntList> joins = new HashMap<>();
    private final Map<String, IntList> acronyms = new HashMap<>();
    private final Map<String, IntList> singles = new HashMap<>();
    private final AtomicReference<@Nullable Candidates> spare = new AtomicReference<>();
    private final IntList withInitials = new IntList();
    private double[] weights = new double[16];
    private double[] initials = new double[16];

    NameIndex(NameScorer scorer) {
        this.scorer = scorer;
    }

    /** Adds a name; all names of an index are of one kind of thing. */
    void add(PartyName name, T entry) {
        int number = names.size();
        names.add(name);
        entries.add(entry);
        if (number == weights.length) {
            weights = java.util.Arrays.copyOf(weights, number * 2);
            initials = java.util.Arrays.copyOf(initials, number * 2);
        }
        weights[number] = name.weight();
        initials[number] = name.initials();
        if (initials[number] > 0) {
            withInitials.add(number);
        }
        for (NameToken token : name.tokens()) {
            if (token.kind() != TokenKind.INITIAL) {
                vocabulary.add(token, number);
            }
        }
        for (PartyName.Join join : name.joins()) {
            joins.computeIfAbsent(join.folded(), ignored -> new IntList()).add(number);
        }
        if (!name.acronym().isEmpty()) {
            acronyms.computeIfAbsent(name.acronym(), ignored -> new IntList()).add(number);
        }
        if (name.tokens().size() == 1) {
            singles.computeIfAbsent(name.tokens().getFirst().text(), ignored -> new IntList())
                    .add(number);
        }
    }

    /** Number of names. */
    int size() {
        return names.size();
    }

    /** The names whose score is at least the threshold, best first, of equal ones the one that was given first. */
    List<Hit<T>> search(PartyName query, double threshold) {
        if (query.tokens().isEmpty()) {
            return List.of();
        }
        // A set that is as large as the index is kept for the next search; a search at the same time makes its own.
        Candidates kept = spare.getAndSet(null);
        Candidates candidates = kept == null || kept.capacity() < names.size() ? new Candidates(names.size()) : kept;
        try {
            return search(query, threshold, candidates);
        } finally {
            candidates.clear();
            spare.set(candidates);
        }
    }

    private List<Hit<T>> search(PartyName query, double threshold, Candidates candidates) {
        addSimilar(query, candidates);
        addJoined(query, candidates);
        ScoreBound bound = new ScoreBound(scorer, query, threshold);
        List<Hit<T>> hits = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            int name = candidates.get(i);
            if (candidates.isCertain(name) || bound.mayReach(candidates.similar(name), weights[name], initials[name])) {
                verify(query, name, threshold, hits);
            }
        }
        addByInitials(query, candidates, bound, threshold, hits);
        sort(hits);
        return hits;
    }

    private void addSimilar(PartyName query, Candidates candidates) {
        for (NameToken token : query.tokens()) {
            if (token.kind() != TokenKind.INITIAL) {
                candidates.nextWord();
                vocabulary.similar(token, (word, similarity) -> {
                    double most =
                            similarity * Math.min(token.weight(), word.token().weight());
                    for (int i = 0; i < word.names().size(); i++) {
                        candidates.add(word.names().get(i), most);
                    }
                });
            }
        }
    }

    /** Words written together change the weights that the bound relies on, so such names are always scored. */
    private void addJoined(PartyName query, Candidates candidates) {
        for (PartyName.Join join : query.joins()) {
            candidates.addCertain(joins.get(join.folded()));
            for (Vocabulary.Entry word : vocabulary.folded(join.folded())) {
                candidates.addCertain(word.names());
            }
        }
        for (NameToken token : query.tokens()) {
            candidates.addCertain(joins.get(token.folded().toString()));
        }
        if (query.tokens().size() == 1) {
            candidates.addCertain(acronyms.get(query.tokens().getFirst().text()));
        }
        if (!query.acronym().isEmpty()) {
            candidates.addCertain(singles.get(query.acronym()));
        }
    }

    /** Initials go with any word of their letter, so names may be alike by nothing else. */
    private void addByInitials(
            PartyName query, Candidates candidates, ScoreBound bound, double threshold, List<Hit<T>> hits) {
        boolean all = query.initials() > 0;
        int count = all ? names.size() : withInitials.size();
        for (int i = 0; i < count; i++) {
            int name = all ? i : withInitials.get(i);
            if (!candidates.contains(name) && bound.mayReach(0, weights[name], initials[name])) {
                verify(query, name, threshold, hits);
            }
        }
    }

    private void verify(PartyName query, int name, double threshold, List<Hit<T>> hits) {
        double score = scorer.score(query, names.get(name));
        if (score >= threshold) {
            hits.add(new Hit<>(name, names.get(name), entries.get(name), score));
        }
    }

    /** What {@link #search} gives, by scoring each name. */
    List<Hit<T>> scoreAll(PartyName query, double threshold) {
        List<Hit<T>> hits = new ArrayList<>();
        for (int name = 0; name < names.size(); name++) {
            verify(query, name, threshold, hits);
        }
        sort(hits);
        return hits;
    }

    private static <T> void sort(List<Hit<T>> hits) {
        hits.sort(Comparator.comparingDouble((Hit<T> hit) -> -hit.score).thenComparingInt(Hit::number));
    }

    /** The score against each name, by its number; what {@link #search} is held against. */
    double score(PartyName query, int number) {
        return scorer.score(query, names.get(number));
    }
}
