package org.vigia.screening.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigia.screening.identity.NameIndex.Meaning;

/**
 * Finds the name that a text misspells. Names of six to eleven letters may differ in one place, longer ones in two
 * (insertion, deletion, substitution, or two neighbours exchanged: the optimal string alignment distance). The first
 * letter and all digits must agree, because another position in a molecule is another substance.
 *
 * <p>An edit takes at most three pairs of neighbouring letters from a name, so a text that lacks more of them than that is
 * passed over without computing the distance. Pairs are compared as bits of a number; two that share a bit only let more
 * names through.
 */
final class MisspeltNames {

    /** A name near to what was asked for. */
    record Near(List<Meaning> meanings, int distance) {}

    private static final int FEWEST_LETTERS = 6;
    private static final int TWO_FROM = 12;
    private static final int PAIRS_OF_AN_EDIT = 3;

    private record Name(String spelled, long pairs, String digits, List<Meaning> meanings) {}

    private final Map<Character, List<Name>> byFirstLetter = new HashMap<>();

    MisspeltNames(NameIndex index) {
        index.keys().forEach((name, meanings) -> {
            if (NameIndex.letters(name) >= FEWEST_LETTERS && !Character.isIdeographic(name.charAt(0))) {
                byFirstLetter
                        .computeIfAbsent(name.charAt(0), ignored -> new ArrayList<>())
                        .add(new Name(name, pairs(name), digits(name), meanings));
            }
        });
    }

    private static int most(int length) {
        return length >= TWO_FROM ? 2 : 1;
    }

    private static long pairs(String text) {
        long pairs = 0;
        for (int i = 1; i < text.length(); i++) {
            pairs |= 1L << ((text.charAt(i - 1) * 31 + text.charAt(i)) & 63);
        }
        return pairs;
    }

    /** The nearest names, if there are any at a distance above zero. */
    @Nullable
    Near nearest(String spelled) {
        int letters = NameIndex.letters(spelled);
        if (letters < FEWEST_LETTERS - 1 || spelled.length() > 80) {
            return null;
        }
        int best = Integer.MAX_VALUE;
        long pairs = pairs(spelled);
        String digits = digits(spelled);
        List<Meaning> meanings = new ArrayList<>();
        for (Name name : byFirstLetter.getOrDefault(spelled.charAt(0), List.of())) {
            int most = most(Math.min(name.spelled.length(), spelled.length() + 1));
            if (Math.abs(spelled.length() - name.spelled.length()) > most
                    || Long.bitCount(name.pairs & ~pairs) > most * PAIRS_OF_AN_EDIT
                    || !digits.equals(name.digits)) {
                continue;
            }
            int distance = distance(spelled, name.spelled, most);
            if (distance == 0 || distance > Math.min(most, best) || !isSound(spelled, name.spelled, distance)) {
                continue;
            }
            if (distance < best) {
                meanings.clear();
                best = distance;
            }
            meanings.addAll(name.meanings);
        }
        return meanings.isEmpty() ? null : new Near(meanings, best);
    }

    /** In a short name a substituted letter is too often another word. */
    private static boolean isSound(String spelled, String name, int distance) {
        return name.length() > FEWEST_LETTERS + 1 || (distance == 1 && spelled.length() != name.length());
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                digits.append(text.charAt(i));
            }
        }
        return digits.toString();
    }

    /** Optimal string alignment distance; more than {@code most} if it is greater. */
    static int distance(String a, String b, int most) {
        int[] twoBack = new int[b.length() + 1];
        int[] before = new int[b.length() + 1];
        int[] now = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            now[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int value = Math.min(Math.min(now[j - 1], before[j]) + 1, before[j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    value = Math.min(value, twoBack[j - 2] + 1);
                }
                now[j] = value;
                least = Math.min(least, value);
            }
            if (least > most) {
                return most + 1;
            }
            int[] oldest = twoBack;
            twoBack = before;
            before = now;
            now = oldest;
        }
        return before[b.length()];
    }
}
