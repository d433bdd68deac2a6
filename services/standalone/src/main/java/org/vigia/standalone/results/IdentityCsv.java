package org.vigia.standalone.results;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigia.schemas.substance.CasNumber;
import org.vigia.screening.identity.ChemicalIdentity;
import org.vigia.screening.identity.Clue;
import org.vigia.screening.identity.Declaration;
import org.vigia.screening.identity.Identification;
import org.vigia.screening.identity.Identity;
import org.vigia.screening.identity.KnownSubstance;

/**
 * Identities as {@code input,substance_id,name,cas,confidence,evidence,conflicts}: one row for each input, empty cells
 * for goods that are no known substance. Several substances in a row stand between {@code |}, the most likely first.
 */
public final class IdentityCsv {

    /** The first line of a CSV input; any other first line is a text to identify. */
    private static final List<String> TEXT_COLUMNS = List.of("description", "name", "text", "input");

    private static final List<String> COLUMNS = List.of("cas", "hs_code");
    private static final Pattern HEADER = Pattern.compile("[\\p{Alnum}_ \"\uFEFF]+(,[\\p{Alnum}_ \"]*)*");
    private static final int LONGEST_HEADER = 10_000;
    private static final String BETWEEN = " | ";

    private IdentityCsv() {}

    /** Reads inputs, one text a line or a CSV with a header, and writes their identities. */
    public static void write(BufferedReader in, ChemicalIdentity identity, CsvWriter csv) throws IOException {
        csv.writeRecord("input", "substance_id", "name", "cas", "confidence", "evidence", "conflicts");
        in.mark(LONGEST_HEADER);
        String first = in.readLine();
        if (first == null) {
            return;
        }
        if (isHeader(first)) {
            in.reset();
            for (NamedCsvRecord row :
                    CsvReader.builder().ignoreDifferentFieldCount(true).ofNamedCsvRecord(in)) {
                Declaration declaration = new Declaration(
                        TEXT_COLUMNS.stream()
                                .flatMap(column -> row.findField(column).stream())
                                .findFirst()
                                .orElse(""),
                        row.findField("cas").orElse(null),
                        row.findField("hs_code").orElse(null));
                write(input(declaration), identity.identify(declaration), csv);
            }
            return;
        }
        for (String line = first; line != null; line = in.readLine()) {
            if (!line.isBlank()) {
                write(line.strip(), identity.identify(Declaration.of(line)), csv);
            }
        }
    }

    private static boolean isHeader(String line) {
        if (!HEADER.matcher(line).matches()) {
            return false;
        }
        List<String> columns = Arrays.stream(line.split(",", -1))
                .map(column -> column.replaceAll("[\"\uFEFF]", "").strip().toLowerCase(Locale.ROOT))
                .toList();
        return columns.stream().anyMatch(TEXT_COLUMNS::contains)
                || (columns.size() > 1 && columns.stream().anyMatch(COLUMNS::contains))
                || columns.equals(List.of("cas"));
    }

    /** What was declared: the text, else the number. */
    private static String input(Declaration declaration) {
        return !declaration.text().isEmpty()
                ? declaration.text()
                : Optional.ofNullable(declaration.cas()).orElse("");
    }

    private static void write(String input, Identity identity, CsvWriter csv) {
        List<Identification> found = identity.reported();
        csv.writeRecord(
                input,
                each(found, Identification::id),
                each(found, Identification::name),
                each(found, one -> cas(one.substance())),
                each(found, one -> String.format(Locale.ROOT, "%.2f", one.confidence())),
                each(found, IdentityCsv::evidence),
                String.join("; ", identity.allConflicts()));
    }

    private static String each(List<Identification> found, Function<Identification, String> cell) {
        return found.stream().map(cell).collect(Collectors.joining(BETWEEN)).strip();
    }

    private static String cas(@Nullable KnownSubstance substance) {
        CasNumber cas = substance == null ? null : substance.baseCas();
        return cas == null ? "" : cas.value();
    }

    private static String evidence(Identification one) {
        return one.clues().stream()
                .map((Clue clue) -> clue.kind().words() + ": " + clue)
                .collect(Collectors.joining("; "));
    }
}
