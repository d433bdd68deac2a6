package org.vigia.screening.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigia.screening.identity.NameIndex.Meaning;

/**
 * Finds the name that a text misspells. Names of six to eleven letters may differ in one place, longer ones in two
 * (insertion, deletion, substitution, or two neighbours exchanged: the optimal string alignment distance). The first
 * letter and all digits must agree, because another position in a molecule is another substance.
 *
 * <p>Candidates come from the symmetric-delete method (W. Garbe, SymSpell, 2012) over the first letters of each name:
 * two strings at a distance of at most d share a string that d deletions make of each.
 */
final class MisspeltNames {

    /** A name near to what was asked for. */
    record Near(List<Meaning> meanings, int distance) {}

    private static final int PREFIX = 9;
    private static final int FEWEST_LETTERS = 6;
    private static final int TWO_FROM = 12;

    private final Map<String, List<String>> byDeletes = new HashMap<>();
    private final Map<String, List<Meaning>> names;

    MisspeltNames(NameIndex index) {
        names = index.keys();
        for (String name : names.keySet()) {
            if (NameIndex.letters(name) >= FEWEST_LETTERS && !Character.isIdeographic(name.charAt(0))) {
                for (String rest : deletes(name, most(name.length()))) {
                    byDeletes
                            .computeIfAbsent(rest, ignored -> new ArrayList<>(1))
                            .add(name);
                }
            }
        }
    }

    private static int most(int length) {
        return length >= TWO_FROM ? 2 : 1;
    }

    private static Set<String> deletes(String name, int most) {
        Set<String> all = new HashSet<>();
        String prefix = name.substring(0, Math.min(PREFIX, name.length()));
        all.add(prefix);
        Set<String> last = Set.of(prefix);
        for (int step = 0; step < most; step++) {
            Set<String> next = new HashSet<>();
            for (String text : last) {
                for (int i = 1; i < text.length(); i++) {
                    next.add(text.substring(0, i) + text.substring(i + 1));
                }
            }
            all.addAll(next);
            last = next;
        }
        return all;
    }

    /** The nearest names, if there are any at a distance above zero. */
    @Nullable
    Near nearest(String spelled) {
        int letters = NameIndex.letters(spelled);
        if (letters < FEWEST_LETTERS - 1 || spelled.length() > 80) {
            return null;
        }
        int best = Integer.MAX_VALUE;
        List<Meaning> meanings = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String rest : deletes(spelled, most(spelled.length() + 1))) {
            for (String name : byDeletes.getOrDefault(rest, List.of())) {
                if (!seen.add(name) || !mayBe(spelled, name)) {
                    continue;
                }
                int most = most(Math.min(name.length(), spelled.length() + 1));
                int distance = distance(spelled, name, most);
                if (distance == 0 || distance > Math.min(most, best) || !isSound(spelled, name, distance)) {
                    continue;
                }
                if (distance < best) {
                    meanings.clear();
                    best = distance;
                }
                meanings.addAll(names.getOrDefault(name, List.of()));
            }
        }
        return meanings.isEmpty() ? null : new Near(meanings, best);
    }

    private static boolean mayBe(String spelled, String name) {
        return Math.abs(spelled.length() - name.length()) <= 2
                && digits(spelled).equals(digits(name));
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
