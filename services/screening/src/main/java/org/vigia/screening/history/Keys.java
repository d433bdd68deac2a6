package org.vigia.screening.history;

import java.util.regex.Pattern;
import org.vigia.screening.identity.NormalisedName;

/** Names of parties and addresses in the spelling by which a series is kept. */
final class Keys {

    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Keys() {}

    /** Letters and digits in lower case without accents, one blank between words; empty if there are none. */
    static String of(String name) {
        return SIGNS.matcher(new NormalisedName(name).value()).replaceAll(" ").strip();
    }
}
