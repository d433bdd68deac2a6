package org.vigia.screening.party;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigia.screening.party.NameSplitter.Word;

/**
 * The legal forms that a name states, and its other words.
 *
 * @param families of the forms, those aside that any company may have
 * @param rest the other words; all words if there are no others
 */
record LegalForms(Set<String> families, List<Word> rest) {

    private static final String UNSPECIFIED = "unspecified";

    /** Forms of two letters that stand before a name; others are more often initials or syllables there. */
    private static final Set<String> SHORT_AT_START = Set.of("ao", "pt", "cv");

    /** Forms that are no words of anything else, so that they may stand anywhere. */
    private static final Set<String> ANYWHERE =
            Set.of("llc", "ltd", "limited", "ooo", "oao", "zao", "pao", "ojsc", "pjsc", "jsc", "gmbh", "incorporated");

    /** Forms that may stand after the name of a person, who then is a sole trader or a mistake. */
    private static final Set<String> AFTER_PERSONS =
            Set.of("sa", "ltd", "limited", "llc", "inc", "gmbh", "corp", "ooo", "srl", "sarl");

    static LegalForms of(List<Word> words, NameSchema schema, NameWords lists) {
        List<Word> rest = new ArrayList<>(words);
        Set<String> families = new HashSet<>();
        switch (schema) {
            case PERSON -> {
                while (rest.size() > 2 && AFTER_PERSONS.contains(rest.getLast().text)) {
                    rest.removeLast();
                }
            }
            case VESSEL -> {}
            case ORGANISATION -> {
                while (takeEnd(rest, families, lists)) {}
                while (takeStart(rest, families, lists)) {}
                takeAnywhere(rest, families, lists);
            }
        }
        families.remove(UNSPECIFIED);
        return new LegalForms(families, rest);
    }

    private static boolean takeEnd(List<Word> rest, Set<String> families, NameWords lists) {
        for (int length = Math.min(lists.longestForm, rest.size() - 1); length > 0; length--) {
            if (take(rest, rest.size() - length, length, families, lists)) {
                return true;
            }
        }
        return false;
    }

    private static boolean takeStart(List<Word> rest, Set<String> families, NameWords lists) {
        for (int length = Math.min(lists.longestForm, rest.size() - 1); length > 0; length--) {
            String form = text(rest.subList(0, length));
            boolean fits = form.length() > 2 || SHORT_AT_START.contains(form);
            if (fits && !UNSPECIFIED.equals(lists.legalForm(form)) && take(rest, 0, length, families, lists)) {
                return true;
            }
        }
        return false;
    }

    private static void takeAnywhere(List<Word> rest, Set<String> families, NameWords lists) {
        for (int at = 1; at < rest.size() - 1; at++) {
            for (int length = Math.min(lists.longestForm, rest.size() - 1 - at); length > 0; length--) {
                String form = text(rest.subList(at, at + length));
                if ((length > 2 || ANYWHERE.contains(form)) && take(rest, at, length, families, lists)) {
                    break;
                }
            }
        }
    }

    private static boolean take(List<Word> rest, int from, int length, Set<String> families, NameWords lists) {
        List<Word> words = rest.subList(from, from + length);
        String family = lists.legalForm(text(words));
        if (family == null) {
            return false;
        }
        families.add(family);
        words.clear();
        return true;
    }

    private static String text(List<Word> words) {
        return words.stream().map(word -> word.text).collect(Collectors.joining(" "));
    }
}
