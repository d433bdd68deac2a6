package org.vigia.screening.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openscience.cdk.interfaces.IAtomContainer;
import uk.ac.cam.ch.wwmm.opsin.NameToStructure;
import uk.ac.cam.ch.wwmm.opsin.OpsinResult;

/**
 * Systematic names, read by OPSIN (Lowe et al., J. Chem. Inf. Model. 2011, 51, 739), names of other languages after they
 * were put into English.
 */
final class SystematicNames {

    private static final int SHORTEST = 6;
    private static final int LONGEST = 250;
    private static final int MOST_TRIES = 4;

    private SystematicNames() {}

    /** The structure that a name describes, if it is a systematic name. */
    static Optional<IAtomContainer> structure(String name) {
        if (name.length() < SHORTEST || name.length() > LONGEST) {
            return Optional.empty();
        }
        Optional<IAtomContainer> structure = english(name);
        if (structure.isPresent()) {
            return structure;
        }
        String translated = EnglishNomenclature.of(name);
        return translated.equals(name) ? Optional.empty() : english(translated);
    }

    private static Optional<IAtomContainer> english(String name) {
        OpsinResult result = NameToStructure.getInstance().parseChemicalName(name);
        String smiles = result.getSmiles();
        return smiles == null ? Optional.empty() : Molecules.parent(smiles);
    }

    /** A part of a text that looks like a systematic name, and its words. */
    record Candidate(String name, int from, int to) {}

    /** The parts of a text that look like systematic names, without the words around them; longer ones first. */
    static List<Candidate> candidates(Words text) {
        Map<String, Candidate> candidates = new LinkedHashMap<>();
        if (text.size() > 0 && text.phraseEnd(0) < text.size()) {
            // Index names are written the other way round: "acetic acid, phenyl-, ethyl ester".
            add(text, 0, text.size(), candidates);
        }
        for (int from = 0; from < text.size(); from = text.phraseEnd(from)) {
            add(text, from, text.phraseEnd(from), candidates);
        }
        return candidates.values().stream().limit(MOST_TRIES).toList();
    }

    private static void add(Words text, int from, int to, Map<String, Candidate> candidates) {
        int start = from;
        while (start < to && !isPart(text, start)) {
            start++;
        }
        int end = to;
        while (end > start && !isPart(text, end - 1)) {
            end--;
        }
        if (start < end && looksSystematic(text, start, end)) {
            put(text, start, end, candidates);
            int tail = chemicalStart(text, start, end);
            if (tail > start && tail < end && looksSystematic(text, tail, end)) {
                put(text, tail, end, candidates);
            }
        }
    }

    private static void put(Words text, int from, int to, Map<String, Candidate> candidates) {
        String name = text.writtenWithSigns(from, to);
        if (name.length() <= LONGEST) {
            candidates.putIfAbsent(name, new Candidate(name, from, to));
        }
    }

    /** Behind the last word that no chemical name holds. */
    private static int chemicalStart(Words text, int from, int to) {
        int start = from;
        for (int i = from; i < to; i++) {
            if (!isPart(text, i)) {
                start = i + 1;
            }
        }
        return start;
    }

    private static boolean isPart(Words text, int i) {
        String word = text.text(i);
        return switch (Vocabulary.kind(text.get(i))) {
            case NUMBER, MODIFIER -> true;
            case UNKNOWN -> word.length() == 1 || Vocabulary.changesName(word) || word.length() <= 3;
            case UNIT, GRADE, FILLER -> word.length() == 1 && touchesNext(text, i);
            default -> false;
        };
    }

    private static boolean touchesNext(Words text, int i) {
        String between = i + 1 < text.size() ? text.between(i + 1) : "";
        return !between.isEmpty() && between.chars().noneMatch(Character::isWhitespace);
    }

    /** A position or two chemical words: one chemical word alone is a name that the table has or has not. */
    private static boolean looksSystematic(Words text, int from, int to) {
        int chemical = 0;
        boolean position = false;
        for (int i = from; i < to; i++) {
            String word = text.text(i);
            if (Vocabulary.changesName(word)) {
                chemical++;
            }
            position |= (text.get(i).isNumber() || word.length() == 1) && touchesNext(text, i);
        }
        return chemical >= 2 || (chemical == 1 && position);
    }
}
