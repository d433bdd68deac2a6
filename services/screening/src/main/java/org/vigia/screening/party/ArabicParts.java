package org.vigia.screening.party;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigia.screening.party.NameSplitter.Word;

/**
 * Arabic names that are made of two words, which Latin letters write together or apart: {@code Abdulrahman} is {@code Abd
 * al-Rahman}, {@code Bashiruddin} is {@code Bashir al-Din}, and {@code Abd Allah} is {@code Abdullah}.
 */
final class ArabicParts {

    private static final String SERVANT = "abd";

    /** The consonant of the article becomes that of the word before some letters. */
    private static final Pattern SERVANT_OF =
            Pattern.compile("c?abd(?:ou|[aeiou])(?:l|([rsznd])(?=\\1))?((?!l*ah)[a-z]{4,})");

    private static final Set<String> SERVANT_ALONE =
            Set.of("abd", "abdul", "abdel", "abdal", "abdol", "abdoul", "abdur", "abdus", "abdi");
    private static final Pattern OF_FAITH = Pattern.compile("([a-z]{3,}?)(?:[uae]+d+|[uae]l-?d)(?:ee|i|ie|ii)ne?");
    private static final Set<String> GOD = Set.of("allah", "allh", "ullah", "alla", "llah", "lah");

    private ArabicParts() {}

    /** The words that one word is made of; itself if of no other. */
    static List<String> of(String word) {
        if (SERVANT_ALONE.contains(word)) {
            return List.of(SERVANT);
        }
        if (!word.contains(SERVANT) && !word.endsWith("n") && !word.endsWith("ne")) {
            return List.of(word);
        }
        Matcher servant = SERVANT_OF.matcher(word);
        if (servant.matches()) {
            return List.of(SERVANT, servant.group(2));
        }
        Matcher faith = OF_FAITH.matcher(word);
        return faith.matches() ? List.of(faith.group(1), "din") : List.of(word);
    }

    /** The same words with {@code Abd Allah} as one. */
    static List<Word> joined(List<Word> words) {
        List<Word> joined = new ArrayList<>();
        for (Word word : words) {
            boolean together = !joined.isEmpty() && joined.getLast().text.equals(SERVANT) && GOD.contains(word.text);
            if (together) {
                joined.set(joined.size() - 1, new Word("abdullah", null));
            } else {
                joined.add(word);
            }
        }
        return joined;
    }
}
