package org.vigia.screening.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigia.screening.identity.KnownSubstance.Strength;
import org.vigia.screening.identity.NameIndex.Meaning;
import org.vigia.screening.identity.NameIndex.Occurrence;

/**
 * What the words of a text say: first names as the table spells them, then in the spelling of other languages, in
 * another order, misread from a print, and only then misspelt.
 */
final class NameClues {

    /** Names of fewer letters are abbreviations, which mean the goods only if they are all that is said. */
    private static final int ABBREVIATION = 4;

    /** What an ambiguous name is worth among other words, against one that is the whole text. */
    private static final double AMONG_OTHERS = 0.7;

    private static final int FOLDED_LETTERS = 5;
    private static final int PRINTED_LETTERS = 6;
    private static final double SECOND_ERROR = 0.9;
    private static final int LONGEST_RUN = 12;

    private final NameIndex exact;
    private final NameIndex folded;
    private final NameIndex printed;
    private final MisspeltNames misspelt;
    private final ClassNames classNames;
    private final Structures structures;

    NameClues(SubstanceTable table, ClassRules rules, Structures structures) {
        exact = new NameIndex(table.substances(), word -> word, EnumSet.allOf(Strength.class), 1);
        Set<Strength> chemical = EnumSet.of(Strength.NAME);
        folded = new NameIndex(table.substances(), Spelling::folded, chemical, FOLDED_LETTERS);
        printed = new NameIndex(table.substances(), Spelling::printed, chemical, PRINTED_LETTERS);
        misspelt = new MisspeltNames(folded);
        classNames = new ClassNames(rules, structures);
        this.structures = structures;
    }

    /** A clue and the words that give it. */
    record Found(Clue clue, int from, int to) {}

    /**
     * What the words say.
     *
     * @param unexplained whether some words are neither names nor of the vocabulary
     * @param denied words of names that the goods are said not to be
     * @param changed words of names that words beside them make names of something else
     */
    record Read(List<Found> found, boolean unexplained, BitSet denied, BitSet changed) {

        /** Whether the words from one place to another have been read already, as something that the goods are not. */
        boolean isRefuted(int from, int to) {
            int first = denied.nextSetBit(from);
            return (first >= 0 && first < to) || changed.nextClearBit(from) >= to;
        }
    }

    Read read(Words text) {
        Reading reading = new Reading(text);
        reading.take(exact, Clue.Kind.NAME);
        reading.take(folded, Clue.Kind.LANGUAGE);
        reading.takeAnyOrder();
        reading.take(printed, Clue.Kind.PRINT_ERROR);
        reading.takeClassNames();
        reading.takeMisspelt();
        return new Read(
                reading.found, reading.explained.nextClearBit(0) < text.size(), reading.denied, reading.changed);
    }

    private final class Reading {

        private final Words text;
        private final String[] foldedWords;
        private final boolean[] taken;
        private final BitSet explained = new BitSet();
        private final BitSet denied = new BitSet();
        private final BitSet changed = new BitSet();
        private final List<Found> found = new ArrayList<>();

        Reading(Words text) {
            this.text = text;
            foldedWords = folded.spelled(text);
            taken = new boolean[text.size()];
            for (int i = 0; i < text.size(); i++) {
                explained.set(i, Vocabulary.kind(text.get(i)).isNoise());
            }
        }

        void take(NameIndex index, Clue.Kind kind) {
            for (Occurrence occurrence : index.occurrences(text, taken)) {
                take(occurrence, kind);
            }
        }

        private void take(Occurrence occurrence, Clue.Kind kind) {
            int from = occurrence.from();
            int to = occurrence.to();
            Map<KnownSubstance, Meaning> meanings = NameIndex.bySubstance(occurrence.meanings());
            boolean exactly = kind == Clue.Kind.NAME;
            if (isOrdinary(from, to) && !(exactly && (to - from > 1 || isWhole(from, to)))) {
                return;
            }
            if (!exactly && (meanings.size() > 1 || crossesBreak(from, to))) {
                return;
            }
            for (Meaning meaning : meanings.values()) {
                switch (verdict(meaning.substance(), from, to)) {
                    case MEANT -> add(meaning, kind, from, to, 1.0 / Math.sqrt(meanings.size()));
                    case CHANGED -> {
                        changed.set(from, to);
                        classNames
                                .changed(meaning.substance(), text, from, to)
                                .ifPresent(clue -> found.add(new Found(clue, from, to)));
                    }
                    case DENIED -> {
                        explained.set(from, to);
                        denied.set(from, to);
                    }
                }
            }
            Arrays.fill(taken, from, to, true);
        }

        /** Only a comma stands inside a name, where an index turned it round. */
        private boolean crossesBreak(int from, int to) {
            for (int i = from + 1; i < to; i++) {
                if (text.get(i).afterBreak() && text.between(i).indexOf(',') < 0) {
                    return true;
                }
            }
            return false;
        }

        private Context.Verdict verdict(KnownSubstance substance, int from, int to) {
            if (text.get(from).isChinese() && !ChineseContext.isWhole(text, from, to)) {
                return Context.Verdict.CHANGED;
            }
            return Context.of(text, from, to, substance.saltsCount());
        }

        /** Words of the vocabulary, such as HCl behind a base, are no names unless they are all that is said. */
        private boolean isOrdinary(int from, int to) {
            for (int i = from; i < to; i++) {
                if (Vocabulary.kind(text.get(i)) == Vocabulary.Kind.UNKNOWN) {
                    return false;
                }
            }
            return true;
        }

        private void add(Meaning meaning, Clue.Kind kind, int from, int to, double factor) {
            explained.set(from, to);
            Clue.Kind adjusted = adjusted(meaning, kind, from, to);
            Clue clue = Clue.of(meaning.substance().id(), adjusted, text.written(from, to), detail(meaning, adjusted))
                    .times(
                            adjusted == Clue.Kind.AMBIGUOUS_NAME && !standsApart(meaning, from, to)
                                    ? factor * AMONG_OTHERS
                                    : factor);
            found.add(new Found(clue, from, to));
        }

        private Clue.Kind adjusted(Meaning meaning, Clue.Kind kind, int from, int to) {
            boolean whole = isWhole(from, to);
            boolean brief = NameIndex.letters(text.written(from, to)) < ABBREVIATION
                    && !Character.isIdeographic(meaning.name().charAt(0));
            if (meaning.strength() == Strength.AMBIGUOUS) {
                return Clue.Kind.AMBIGUOUS_NAME;
            }
            if (brief && (kind == Clue.Kind.NAME || kind == Clue.Kind.TRADE_NAME)) {
                return whole ? Clue.Kind.ABBREVIATION : Clue.Kind.AMBIGUOUS_NAME;
            }
            if (kind != Clue.Kind.NAME) {
                return kind;
            }
            if (meaning.strength() == Strength.TRADE) {
                return Clue.Kind.TRADE_NAME;
            }
            return whole ? Clue.Kind.NAME : Clue.Kind.NAME_IN_TEXT;
        }

        /** Whether an ambiguous name is the whole text, or an abbreviation of the table a phrase of its own. */
        private boolean standsApart(Meaning meaning, int from, int to) {
            boolean ownPhrase = (from == 0 || text.get(from).afterBreak())
                    && (to == text.size() || text.get(to).afterBreak());
            return isWhole(from, to) || (ownPhrase && meaning.strength() != Strength.AMBIGUOUS);
        }

        /** Whether the text says nothing else about the goods than a name. */
        private boolean isWhole(int from, int to) {
            for (int i = 0; i < text.size(); i++) {
                if ((i < from || i >= to) && !Vocabulary.kind(text.get(i)).isNoise()) {
                    return false;
                }
            }
            return true;
        }

        void takeAnyOrder() {
            for (int from = 0; from < text.size(); from = text.phraseEnd(from)) {
                takeAnyOrder(from, text.phraseEnd(from));
            }
            if (text.phraseEnd(0) < text.size()) {
                takeAnyOrder(0, text.size());
            }
        }

        private void takeAnyOrder(int from, int to) {
            int start = from;
            int end = to;
            while (start < end
                    && Vocabulary.kind(text.get(start)).isNoise()
                    && !text.get(start).isNumber()) {
                start++;
            }
            while (start < end && Vocabulary.kind(text.get(end - 1)).isNoise()) {
                end--;
            }
            if (end - start < 2 || isTaken(start, end)) {
                return;
            }
            List<Meaning> meanings = folded.inAnyOrder(foldedWords, start, end);
            if (meanings != null && NameIndex.bySubstance(meanings).size() == 1) {
                take(new Occurrence(start, end, meanings), Clue.Kind.WORD_ORDER);
            }
        }

        private boolean isTaken(int from, int to) {
            for (int i = from; i < to; i++) {
                if (taken[i]) {
                    return true;
                }
            }
            return false;
        }

        void takeClassNames() {
            for (int i = 0; i < text.size(); i++) {
                if (!taken[i]) {
                    @Nullable Clue clue = classNames.inWord(text, i);
                    if (clue != null) {
                        found.add(new Found(clue, i, i + 1));
                        explained.set(i);
                        taken[i] = true;
                    }
                }
            }
        }

        void takeMisspelt() {
            int from = 0;
            while (from < text.size()) {
                int to = from;
                while (to < text.size()
                        && !isKnown(to)
                        && (to == from || !text.get(to).afterBreak())) {
                    to++;
                }
                if (to > from) {
                    takeMisspelt(from, to);
                }
                from = Math.max(to, from + 1);
            }
        }

        /** Neither taken nor a word of the vocabulary; numbers and single letters belong to the names around them. */
        private boolean isKnown(int i) {
            Vocabulary.Kind kind = Vocabulary.kind(text.get(i));
            boolean part = kind == Vocabulary.Kind.NUMBER
                    || kind == Vocabulary.Kind.MODIFIER
                    || kind == Vocabulary.Kind.SALT
                    || text.text(i).length() == 1;
            return taken[i] || (kind != Vocabulary.Kind.UNKNOWN && !part);
        }

        private void takeMisspelt(int from, int to) {
            if (to - from <= LONGEST_RUN && takeNear(from, to)) {
                return;
            }
            for (int words = Math.min(3, to - from - 1); words >= 1; words--) {
                for (int i = from; i + words <= to; i++) {
                    if (!isTaken(i, i + words) && !isOrdinary(i, i + words)) {
                        takeNear(i, i + words);
                    }
                }
            }
        }

        /** Words that tell classes apart, such as ester and ether, are not taken for each other. */
        private boolean keepsVocabulary(Meaning meaning, int from, int to) {
            List<String> words = List.of(folded.spelled(Words.of(meaning.name())));
            for (int i = from; i < to; i++) {
                if (Vocabulary.kind(text.get(i)) != Vocabulary.Kind.UNKNOWN
                        && text.text(i).length() > 1
                        && !words.contains(foldedWords[i])) {
                    return false;
                }
            }
            return true;
        }

        private boolean takeNear(int from, int to) {
            MisspeltNames.Near near = misspelt.nearest(NameIndex.key(foldedWords, from, to));
            if (near == null || isOrdinary(from, to)) {
                return false;
            }
            Set<KnownSubstance> substances =
                    NameIndex.bySubstance(near.meanings()).keySet();
            Meaning meaning = near.meanings().getFirst();
            if (substances.size() > 1
                    || meaning.strength() != Strength.NAME
                    || OrdinaryNames.contains(NameIndex.key(foldedWords, from, to))
                    || !keepsVocabulary(meaning, from, to)
                    || structures.isAnother(text.written(from, to), meaning.substance())
                    || verdict(meaning.substance(), from, to) != Context.Verdict.MEANT) {
                return false;
            }
            add(meaning, Clue.Kind.MISSPELLING, from, to, near.distance() > 1 ? SECOND_ERROR : 1);
            Arrays.fill(taken, from, to, true);
            return true;
        }
    }

    private static String detail(Meaning meaning, Clue.Kind kind) {
        String name = meaning.name().equals(meaning.substance().name())
                ? "the name of " + meaning.substance().name()
                : "\"%s\", a name of %s"
                        .formatted(meaning.name(), meaning.substance().name());
        return switch (kind) {
            case LANGUAGE -> name + ", spelled as in another language";
            case WORD_ORDER -> name + ", its words in another order";
            case PRINT_ERROR -> name + ", some signs misread";
            case MISSPELLING -> name + ", misspelt";
            case TRADE_NAME -> name + " in trade or on the street";
            case ABBREVIATION -> name + ", abbreviated";
            case AMBIGUOUS_NAME -> name + ", which also means other things";
            default -> name;
        };
    }
}
