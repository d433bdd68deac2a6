package org.vigia.producers.drug;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.vigia.producers.cell.Memo;
import org.vigia.producers.cell.Texts;
import org.vigia.producers.table.Blanks;

/**
 * The canonical name of a drug, whatever a partner calls it in English, Spanish, French or Portuguese. The table is
 * {@code drugs.csv} beside this class; it says where each row comes from. Accents do not matter.
 */
public final class DrugNames {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern FOOTNOTE = Pattern.compile("\\*+$");
    private static final int COLUMNS = 3;

    private final Map<String, String> canonical;
    private final Memo<String> names = new Memo<>();

    private DrugNames(Map<String, String> canonical) {
        this.canonical = Map.copyOf(canonical);
    }

    /** The table that ships with Vigía. */
    public static DrugNames shipped() {
        try (InputStream in = DrugNames.class.getResourceAsStream("drugs.csv")) {
            if (in == null) {
                throw new IllegalStateException("drugs.csv is missing from the class path");
            }
            return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a table: header, then canonical name, synonyms separated by bars, source; no quotes. */
    static DrugNames read(BufferedReader reader) throws IOException {
        Map<String, String> canonical = new HashMap<>();
        reader.readLine();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            String[] cells = line.split(",", COLUMNS);
            if (cells.length < COLUMNS || cells[2].isBlank()) {
                throw new IllegalStateException("drugs.csv: a row needs a name, synonyms and a source: " + line);
            }
            String name = cells[0];
            add(canonical, name, name);
            for (String synonym : cells[1].split("\\|", -1)) {
                add(canonical, synonym, name);
            }
        }
        return new DrugNames(canonical);
    }

    private static void add(Map<String, String> canonical, String synonym, String name) {
        String key = key(Texts.normalise(synonym));
        String before = key.isEmpty() ? null : canonical.putIfAbsent(key, name);
        if (before != null && !before.equals(name)) {
            throw new IllegalStateException("drugs.csv: " + synonym + " is both " + before + " and " + name);
        }
    }

    /**
     * This table with further names, as a partner spells or misspells them.
     *
     * @param spellings what each means, by any name of this table or a new one
     */
    public DrugNames with(Map<String, String> spellings) {
        Map<String, String> more = new HashMap<>(canonical);
        spellings.forEach((spelling, name) -> more.put(key(Texts.normalise(spelling)), canonical(name)));
        return new DrugNames(more);
    }

    /** A name without the marks of footnotes that publications put behind it. */
    public static String withoutFootnote(String declared) {
        return declared.endsWith("*") ? Blanks.strip(FOOTNOTE.matcher(declared).replaceAll("")) : declared;
    }

    /**
     * The canonical lower-case name; for a name that the table does not know, the name itself in NFKC, lower case and
     * single blanks.
     */
    public String canonical(String declared) {
        return names.of(declared, this::find);
    }

    private String find(String declared) {
        String normal = Texts.normalise(withoutFootnote(declared));
        String name = canonical.get(normal);
        if (name != null) {
            return name;
        }
        return canonical.getOrDefault(key(normal), normal);
    }

    /** Whether the table knows the name. */
    public boolean knows(String declared) {
        return canonical.containsKey(key(Texts.normalise(declared)));
    }

    private static String key(String normal) {
        if (normal.chars().allMatch(c -> c < 0x7F)) {
            return normal;
        }
        return MARKS.matcher(Normalizer.normalize(normal, Normalizer.Form.NFD)).replaceAll("");
    }
}
