package org.vigia.screening.party;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The word lists that ship with Vigía, beside this class. */
final class NameWords {

    private static final NameWords SHIPPED = new NameWords();

    /** Family of a legal form by its words, joined by blanks. */
    private final Map<String, String> legalForms = new HashMap<>();

    /** Numbers of a spelling's groups; spellings of one group are one name. */
    final Map<String, List<Integer>> variants = new HashMap<>();

    final Map<String, Integer> numbers = new HashMap<>();

    /** How many of 10,000 names of a list hold a word, by folded spelling; rarer ones are left out. */
    final Map<String, Integer> frequencies = new HashMap<>();

    /** Words of legal forms from this length on are known in any spelling that is folded to the same. */
    private static final int FOLDED_FROM = 6;

    private final Map<String, Set<String>> classes = new HashMap<>();

    /** Words of the longest legal form. */
    final int longestForm;

    private NameWords() {
        for (String line : lines("legal-forms.txt")) {
            String family = key(line);
            for (String form : value(line).split("\\|", -1)) {
                legalForms.put(formKey(form.strip()), family);
            }
        }
        longestForm = legalForms.keySet().stream()
                .mapToInt(form -> form.split(" ", -1).length)
                .max()
                .orElse(0);
        for (String line : lines("words.txt")) {
            classes.put(key(line), Set.of(words(value(line))));
        }
        for (String line : lines("numbers.txt")) {
            for (String word : words(value(line))) {
                numbers.put(word, Integer.valueOf(key(line)));
            }
        }
        List<String> groups = lines("variants.txt");
        for (int group = 0; group < groups.size(); group++) {
            for (String word : words(groups.get(group))) {
                List<Integer> of = variants.computeIfAbsent(word, ignored -> new ArrayList<>());
                if (!of.contains(group)) {
                    of.add(group);
                }
            }
        }
        for (String line : lines("frequencies.txt")) {
            frequencies.put(key(line), Integer.valueOf(value(line)));
        }
    }

    static NameWords shipped() {
        return SHIPPED;
    }

    boolean is(String wordClass, String word) {
        return classes.getOrDefault(wordClass, Set.of()).contains(word);
    }

    /** Family of the legal form that the words are, misspelt longer words included; null if they are none. */
    @Nullable
    String legalForm(String form) {
        return legalForms.get(formKey(form));
    }

    private static String formKey(String form) {
        return Arrays.stream(form.split(" ", -1))
                .map(word -> word.length() < FOLDED_FROM ? word : Spelling.fold(word))
                .collect(Collectors.joining(" "));
    }

    private static String key(String line) {
        return line.substring(0, line.indexOf('=')).strip();
    }

    private static String value(String line) {
        return line.substring(line.indexOf('=') + 1).strip();
    }

    private static String[] words(String line) {
        return Arrays.stream(line.strip().split("\\s+", -1)).distinct().toArray(String[]::new);
    }

    private static List<String> lines(String resource) {
        try (InputStream in = NameWords.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the class path");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
