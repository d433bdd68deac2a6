package org.vigia.screening.identity;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A class that a regulation words, as a pattern of structures.
 *
 * @param id name of the rule, begins with {@code class-}
 * @param name the class in English
 * @param base id of the substance whose derivatives it holds, or empty
 * @param listedBy what the wording of a list entry about the base must contain for the class to be listed with it
 * @param smarts SMARTS patterns that all must match
 * @param changed ids of substances whose names, with a change, name members of the class
 * @param suffixes how words that name members end
 * @param wording the regulation's words
 * @param source where they stand
 */
public record ClassRule(
        String id,
        String name,
        String base,
        Pattern listedBy,
        List<String> smarts,
        List<String> changed,
        List<String> suffixes,
        String wording,
        String source) {

    public ClassRule {
        smarts = List.copyOf(smarts);
        changed = List.copyOf(changed);
        suffixes = List.copyOf(suffixes);
    }

    /**
     * Whether a list entry lists this class.
     *
     * @param substances ids of what the entry names
     * @param wording the entry's name and its rule in the list's own words; the id of this rule will do
     */
    public boolean isListedBy(List<String> substances, @Nullable String wording) {
        if (wording == null) {
            return false;
        }
        String words = wording.toLowerCase(Locale.ROOT);
        return words.contains(id)
                || ((base.isEmpty() || substances.contains(base))
                        && listedBy.matcher(words).find());
    }
}
