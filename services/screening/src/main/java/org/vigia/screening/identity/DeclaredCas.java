package org.vigia.screening.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigia.schemas.substance.CasNumber;

/**
 * The CAS numbers that a text mentions, wherever they stand in it.
 *
 * @param verified those whose check digit is right, in the order of the text
 * @param failed those that look like a CAS number but fail the check digit, as written
 */
public record DeclaredCas(Set<CasNumber> verified, Set<String> failed) {

    /** Any dash will do between the groups; digits or dashes around them make it part of something longer. */
    private static final Pattern MENTION = Pattern.compile(
            "(?<![\\d\\p{Pd}\u2212])(\\d{2,7})[\\p{Pd}\u2212](\\d{2})[\\p{Pd}\u2212](\\d)(?![\\d\\p{Pd}\u2212])");

    /** The number together with the label before it, for example {@code "CAS No. 108-24-7"}. */
    private static final Pattern LABELLED = Pattern.compile(
            "(?:\\bC\\.?A\\.?S\\.?(?:[ \u00a0]*(?:(?:RN|REG(?:ISTRY)?|NO|NR|NUM(?:BER)?)\\b\\.?|N[\u00ba\u00b0]))*[ \u00a0:#.]*)?"
                    + MENTION.pattern(),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    /** What a text without CAS numbers mentions. */
    public static final DeclaredCas NONE = new DeclaredCas(Set.of(), Set.of());

    public DeclaredCas {
        verified = immutable(verified);
        failed = immutable(failed);
    }

    /**
     * What a cell for CAS numbers declares. If it holds one number and nothing else, any kind of hyphen, blank or
     * invisible character may stand in it.
     */
    public static DeclaredCas inCell(String cell) {
        String plain = CasNumber.plain(cell);
        return in(MENTION.matcher(plain).matches() ? plain : cell);
    }

    /** Everything in a text that has the form of a CAS number. */
    public static DeclaredCas in(String text) {
        if (!mayMention(text)) {
            return NONE;
        }
        Set<CasNumber> verified = new LinkedHashSet<>();
        Set<String> failed = new LinkedHashSet<>();
        Matcher mention = MENTION.matcher(text);
        while (mention.find()) {
            String plain = mention.group(1) + "-" + mention.group(2) + "-" + mention.group(3);
            Optional<CasNumber> cas = CasNumber.parse(plain);
            cas.ifPresentOrElse(verified::add, () -> failed.add(plain));
        }
        return new DeclaredCas(verified, failed);
    }

    /** The pieces of a text between its CAS numbers, which are cut out with their labels. */
    static List<String> around(String text) {
        if (!mayMention(text)) {
            return List.of(text);
        }
        List<String> pieces = new ArrayList<>();
        Matcher labelled = LABELLED.matcher(text);
        int from = 0;
        while (labelled.find()) {
            pieces.add(text.substring(from, labelled.start()));
            from = labelled.end();
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    /** Whether a dash stands between two digits, which spares the search in most texts. */
    private static boolean mayMention(String text) {
        for (int at = 1; at < text.length() - 1; at++) {
            if (Separators.isDash(text.charAt(at))
                    && Character.isDigit(text.charAt(at - 1))
                    && Character.isDigit(text.charAt(at + 1))) {
                return true;
            }
        }
        return false;
    }

    private static <T> Set<T> immutable(Set<T> values) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }
}
