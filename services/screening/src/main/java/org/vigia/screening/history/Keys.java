package org.vigia.screening.history;

import java.util.regex.Pattern;
import org.vigia.screening.identity.NormalisedName;

/** Names of parties and addresses in the spelling by which a series is kept. */
final class Keys {

    /** What stands inside a word: {@code S.A.} is {@code SA}. */
    private static final Pattern INSIDE = Pattern.compile("[.']");

    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Keys() {}

    /** Letters and digits in lower case without accents, one blank between words; empty if there are none. */
    static String of(String name) {
        String words = INSIDE.matcher(new NormalisedName(name).value()).replaceAll("");
        return SIGNS.matcher(words).replaceAll(" ").strip();
    }
}
