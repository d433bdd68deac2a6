package org.vigia.screening.party;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which words of one name go with which of another: the same words first, then words that are the same
 * when written together, then those that are only alike. Each word goes with at most one.
 */
final class Alignment {

    private static final int NONE = -1;
    private static final int JOINED = -2;

    private final PartyName a;
    private final PartyName b;
    private final int[] matchOfA;
    private final int[] matchOfB;
    private final List<Joined> joined = new ArrayList<>(0);

    private record Joined(int firstA, int countA, int firstB, int countB) {}

    /** Weight of the words of each name, where words that match written together weigh as much on both sides. */
    double weightA;

    double weightB;

    /** Weight of what goes together, and the same times how alike it is. */
    double matched;

    double similar;

    Alignment(PartyName a, PartyName b) {
        this.a = a;
        this.b = b;
        matchOfA = new int[a.tokens().size()];
        matchOfB = new int[b.tokens().size()];
        weightA = a.weight();
        weightB = b.weight();
        Arrays.fill(matchOfA, NONE);
        Arrays.fill(matchOfB, NONE);
        align();
    }

    private void align() {
        List<NameToken> tokensA = a.tokens();
        List<NameToken> tokensB = b.tokens();
        int columns = tokensB.size();
        double[] worth = new double[tokensA.size() * columns];
        boolean[] same = new boolean[worth.length];
        for (int i = 0; i < tokensA.size(); i++) {
            for (int j = 0; j < tokensB.size(); j++) {
                NameToken left = tokensA.get(i);
                NameToken right = tokensB.get(j);
                double similarity = WordSimilarity.of(left, right);
                if (similarity > 0) {
                    worth[i * columns + j] = similarity * Math.min(left.weight(), right.weight());
                    same[i * columns + j] = similarity >= WordSimilarity.SAME;
                }
            }
        }
        takeBest(worth, same, columns);
        join();
        Arrays.fill(same, true);
        takeBest(worth, same, columns);
    }

    private void takeBest(double[] worth, boolean[] allowed, int columns) {
        for (int best = best(worth, allowed, columns); best >= 0; best = best(worth, allowed, columns)) {
            take(best / columns, best % columns, worth[best]);
        }
    }

    /** The pair of the greatest worth that is still free; of equal ones the one nearest to its place in the other name. */
    private int best(double[] worth, boolean[] allowed, int columns) {
        int best = NONE;
        for (int at = 0; at < worth.length; at++) {
            if (worth[at] > 0
                    && allowed[at]
                    && matchOfA[at / columns] == NONE
                    && matchOfB[at % columns] == NONE
                    && (best < 0 || isBetter(worth, at, best, columns))) {
                best = at;
            }
        }
        return best;
    }

    private static boolean isBetter(double[] worth, int at, int best, int columns) {
        if (worth[at] != worth[best]) {
            return worth[at] > worth[best];
        }
        return Math.abs(at / columns - at % columns) < Math.abs(best / columns - best % columns);
    }

    private void take(int i, int j, double worth) {
        matchOfA[i] = j;
        matchOfB[j] = i;
        matched += Math.min(a.tokens().get(i).weight(), b.tokens().get(j).weight());
        similar += worth;
    }

    private void join() {
        if (!hasFree(matchOfA) || !hasFree(matchOfB)) {
            return;
        }
        for (PartyName.Join left : a.joins()) {
            for (int j = 0; j < matchOfB.length; j++) {
                if (isFree(matchOfA, left.first(), left.count())
                        && matchOfB[j] == NONE
                        && left.folded().equals(b.tokens().get(j).folded().toString())) {
                    join(left.first(), left.count(), j, 1);
                }
            }
            for (PartyName.Join right : b.joins()) {
                if (isFree(matchOfA, left.first(), left.count())
                        && isFree(matchOfB, right.first(), right.count())
                        && left.folded().equals(right.folded())) {
                    join(left.first(), left.count(), right.first(), right.count());
                }
            }
        }
        for (PartyName.Join right : b.joins()) {
            for (int i = 0; i < matchOfA.length; i++) {
                if (matchOfA[i] == NONE
                        && isFree(matchOfB, right.first(), right.count())
                        && right.folded().equals(a.tokens().get(i).folded().toString())) {
                    join(i, 1, right.first(), right.count());
                }
            }
        }
    }

    private void join(int i, int countA, int j, int countB) {
        double sumA = mark(a, matchOfA, i, countA);
        double sumB = mark(b, matchOfB, j, countB);
        double weight = Math.min(sumA, sumB);
        joined.add(new Joined(i, countA, j, countB));
        weightA += weight - sumA;
        weightB += weight - sumB;
        matched += weight;
        similar += weight;
    }

    /** What goes together, in the order of the first name. */
    List<WordMatch> matches() {
        List<WordMatch> matches = new ArrayList<>();
        for (int i = 0; i < matchOfA.length; i++) {
            if (matchOfA[i] >= 0) {
                NameToken left = a.tokens().get(i);
                NameToken right = b.tokens().get(matchOfA[i]);
                matches.add(new WordMatch(
                        left.text(), right.text(), WordSimilarity.how(left, right), WordSimilarity.of(left, right)));
            }
        }
        for (Joined joined : joined) {
            matches.add(new WordMatch(
                    words(a, joined.firstA, joined.countA),
                    words(b, joined.firstB, joined.countB),
                    WordMatch.How.TOGETHER,
                    1));
        }
        return matches;
    }

    /** Words of the first name that go with none. */
    List<String> onlyA() {
        return only(a, matchOfA);
    }

    /** Words of the second name that go with none. */
    List<String> onlyB() {
        return only(b, matchOfB);
    }

    private static List<String> only(PartyName name, int[] matches) {
        List<String> words = new ArrayList<>();
        for (int at = 0; at < matches.length; at++) {
            if (matches[at] == NONE) {
                words.add(name.tokens().get(at).text());
            }
        }
        return words;
    }

    private static String words(PartyName name, int first, int count) {
        return name.tokens().subList(first, first + count).stream()
                .map(NameToken::text)
                .collect(Collectors.joining(" "));
    }

    private static double mark(PartyName name, int[] matches, int from, int count) {
        double weight = 0;
        for (int at = from; at < from + count; at++) {
            matches[at] = JOINED;
            weight += name.tokens().get(at).weight();
        }
        return weight;
    }

    private static boolean hasFree(int[] matches) {
        for (int match : matches) {
            if (match == NONE) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFree(int[] matches, int from, int count) {
        for (int at = from; at < from + count; at++) {
            if (matches[at] != NONE) {
                return false;
            }
        }
        return true;
    }
}
