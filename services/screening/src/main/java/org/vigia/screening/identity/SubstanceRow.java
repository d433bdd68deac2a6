package org.vigia.screening.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigia.schemas.substance.CasNumber;
import org.vigia.screening.identity.KnownSubstance.KnownName;
import org.vigia.screening.identity.KnownSubstance.Strength;

/** Reads a substance from the cells of a row. Several values in a cell stand between {@code |}. */
public final class SubstanceRow {

    /** Columns that hold chemical names, one a language; Chinese also in pinyin. */
    private static final List<String> NAME_COLUMNS =
            List.of("name", "systematic", "en", "es", "fr", "pt", "zh", "pinyin", "synonyms");

    private SubstanceRow() {}

    /**
     * Reads a row of {@code substances.tsv}, or of a file in the format vigia-substances, whose columns are a part of
     * those.
     *
     * @throws IllegalArgumentException if it has no id or name, or a CAS number with a wrong check digit
     */
    public static KnownSubstance substance(Map<String, String> row) {
        String id = cell(row, row.containsKey("id") ? "id" : "substance_id");
        String name = cell(row, "name");
        if (id.isEmpty() || name.isEmpty()) {
            throw new IllegalArgumentException("A substance needs an id and a name: " + row);
        }
        Map<CasNumber, String> forms = new LinkedHashMap<>();
        List<CasNumber> cas = new ArrayList<>();
        for (String number : values(cell(row, "cas"))) {
            int sign = number.indexOf('=');
            CasNumber parsed = new CasNumber(sign < 0 ? number : number.substring(0, sign));
            cas.add(parsed);
            if (sign >= 0) {
                forms.put(parsed, number.substring(sign + 1));
            }
        }
        String hs = cell(row, "hs");
        return new KnownSubstance(
                id,
                name,
                cas,
                forms,
                cell(row, "formula"),
                orNull(cell(row, "smiles")),
                orNull(cell(row, "inchikey")),
                hs.replace("!", ""),
                hs.endsWith("!"),
                new LinkedHashSet<>(values(cell(row, "families"))),
                new LinkedHashSet<>(values(cell(row, "lists"))),
                names(row),
                cell(row, "source"));
    }

    private static List<KnownName> names(Map<String, String> row) {
        List<KnownName> names = new ArrayList<>();
        for (String column : NAME_COLUMNS) {
            List<String> cells = column.equals("name") || column.equals("systematic")
                    ? List.of(cell(row, column))
                    : values(cell(row, column));
            cells.stream()
                    .filter(name -> !name.isEmpty())
                    .forEach(name ->
                            names.add(name(name, column.equals("pinyin") ? Strength.ROMANISED : Strength.NAME)));
        }
        values(cell(row, "trade")).forEach(name -> names.add(name(name, Strength.TRADE)));
        return names;
    }

    /** A question mark behind a name says that it is ambiguous. */
    private static KnownName name(String name, Strength strength) {
        return name.endsWith("?")
                ? new KnownName(name.substring(0, name.length() - 1), Strength.AMBIGUOUS)
                : new KnownName(name, strength);
    }

    private static List<String> values(String cell) {
        return Arrays.stream(cell.split("\\|", -1))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNullElse(row.get(column), "").strip();
    }

    private static @Nullable String orNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }
}
