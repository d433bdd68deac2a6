package org.vigia.screening.party;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigia.screening.party.NameSplitter.Word;

/** Reads a name: which of its words count, of what kind they are, and what each weighs. */
final class NameParser {

    private static final int LONGEST_JOIN = 3;
    private static final int LEAST_ACRONYM = 3;

    /** Names that fewer of 10,000 hold weigh 1, those that this many times as many hold weigh least. */
    private static final double RARE = 20;

    private final ScoringRules rules;
    private final NameWords words = NameWords.shipped();

    NameParser(ScoringRules rules) {
        this.rules = rules;
    }

    /** Reads a name as one of that kind of thing. */
    PartyName parse(String name, NameSchema schema) {
        LegalForms found = LegalForms.of(NameSplitter.split(name, schema), schema, words);
        List<Word> counted = new ArrayList<>(found.rest());
        if (schema == NameSchema.PERSON) {
            counted = personal(counted);
        } else {
            corporate(counted, schema);
        }
        List<NameToken> tokens = new ArrayList<>();
        for (Word word : counted) {
            if (word.kind != null) {
                tokens.add(token(word, word.kind));
            }
        }
        double weight = tokens.stream().mapToDouble(NameToken::weight).sum();
        return new PartyName(
                name,
                schema,
                List.copyOf(tokens),
                joins(counted),
                Set.copyOf(found.families()),
                schema == NameSchema.PERSON ? "" : acronym(counted),
                weight);
    }

    private List<Word> personal(List<Word> all) {
        all.forEach(word -> word.kind = personalKind(word));
        List<Word> named = new ArrayList<>(all);
        named.removeIf(word -> words.is("title", word.text));
        if (named.stream().noneMatch(word -> word.kind == TokenKind.NAME)) {
            all.forEach(word -> word.kind = word.kind == null ? TokenKind.NAME : word.kind);
            return all;
        }
        // Ben Netanyahu: a particle at the start that is a given name too.
        Word first = named.getFirst();
        boolean single =
                named.stream().filter(word -> word.kind == TokenKind.NAME).count() == 1;
        if (first.kind == null && single && words.variants.containsKey(first.text)) {
            first.kind = TokenKind.NAME;
        }
        return named;
    }

    private @Nullable TokenKind personalKind(Word word) {
        if (words.is("particle", word.text)) {
            return null;
        }
        if (Character.isDigit(word.text.charAt(0))) {
            return TokenKind.NUMBER;
        }
        boolean character = word.written != null && word.written.logographs() != null;
        if (word.text.length() == 1 && !character) {
            return TokenKind.INITIAL;
        }
        return words.is("part", word.text) ? TokenKind.GENERIC : TokenKind.NAME;
    }

    private void corporate(List<Word> all, NameSchema schema) {
        while (schema == NameSchema.VESSEL && all.size() > 1 && words.is("vessel", all.getFirst().text)) {
            all.removeFirst();
        }
        for (int i = 0; i < all.size(); i++) {
            all.get(i).kind = corporateKind(all, i, schema);
        }
        NumberWords.merge(all, words);
        if (all.stream().allMatch(word -> word.kind == null)) {
            all.forEach(word -> word.kind = TokenKind.NAME);
        }
    }

    private @Nullable TokenKind corporateKind(List<Word> all, int at, NameSchema schema) {
        String text = all.get(at).text;
        if (NumberWords.isNumber(all, at, words)) {
            return TokenKind.NUMBER;
        }
        if (words.is("article", text) && all.size() > 1) {
            return null;
        }
        if (schema == NameSchema.ORGANISATION && words.is("generic", text)) {
            return TokenKind.GENERIC;
        }
        return schema == NameSchema.ORGANISATION && words.is("place", text) ? TokenKind.PLACE : TokenKind.NAME;
    }

    private NameToken token(Word word, TokenKind kind) {
        String text = kind == TokenKind.NUMBER ? NumberWords.digits(word.text, words) : word.text;
        String folded = kind == TokenKind.NUMBER ? text : Spelling.fold(text);
        Romanisation.Word written = word.written;
        return new NameToken(
                text,
                new FoldedWord(folded),
                kind,
                written != null && written.unvocalised(),
                written == null ? null : written.logographs(),
                kind == TokenKind.NAME ? words.variants.getOrDefault(text, List.of()) : List.of(),
                weight(kind, folded));
    }

    private double weight(TokenKind kind, String folded) {
        return switch (kind) {
            case NAME -> rarity(folded);
            case INITIAL -> rules.initialWeight();
            case GENERIC -> rules.genericWeight();
            case PLACE -> rules.placeWeight();
            case NUMBER -> rules.numberWeight();
        };
    }

    /** Falls with the logarithm of the share of names that hold it. */
    private double rarity(String folded) {
        double times = words.frequencies.getOrDefault(folded, 0) / RARE;
        return times <= 1 ? 1 : 1 - (1 - rules.commonWeight()) * Math.min(1, Math.log(times) / Math.log(RARE));
    }

    private static List<PartyName.Join> joins(List<Word> counted) {
        List<PartyName.Join> joins = new ArrayList<>();
        int token = 0;
        for (int from = 0; from < counted.size(); from++) {
            StringBuilder text = new StringBuilder(counted.get(from).text);
            int count = counted.get(from).kind == null ? 0 : 1;
            int first = token;
            token += count;
            for (int to = from + 1; to < counted.size() && to < from + LONGEST_JOIN; to++) {
                text.append(counted.get(to).text);
                count += counted.get(to).kind == null ? 0 : 1;
                if (count > 0) {
                    joins.add(new PartyName.Join(Spelling.fold(text.toString()), first, count));
                }
            }
        }
        return List.copyOf(joins);
    }

    private static String acronym(List<Word> counted) {
        StringBuilder letters = new StringBuilder();
        for (Word word : counted) {
            if (word.kind != null && word.kind != TokenKind.NUMBER) {
                letters.append(word.text.charAt(0));
            }
        }
        return letters.length() < LEAST_ACRONYM ? "" : letters.toString();
    }
}
