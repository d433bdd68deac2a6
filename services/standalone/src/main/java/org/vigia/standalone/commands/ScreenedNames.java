package org.vigia.standalone.commands;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigia.events.SanctionedParty;
import org.vigia.runtime.settings.InvalidSettingException;
import org.vigia.screening.party.NameSchema;
import org.vigia.screening.party.NameScorer;
import org.vigia.screening.party.PartyMatch;
import org.vigia.screening.party.SanctionsIndex;
import org.vigia.screening.party.ScoringRules;

/** Names in, matches out, as docs/formats.md describes it. */
final class ScreenedNames {

    private static final Set<String> NAME_COLUMNS = Set.of("name", "full_name");
    private static final Set<NameSchema> ANY = EnumSet.allOf(NameSchema.class);

    private ScreenedNames() {}

    /** Screens the names of a file, or of standard input, in their order. */
    static void screen(SanctionsIndex index, @Nullable Path file, double threshold, int top, PrintWriter out)
            throws IOException {
        CsvWriter csv = writer(out);
        csv.writeRecord("name", "score", "list", "entry_id", "matched_name", "program", "reason");
        for (Query query : queries(read(file))) {
            List<PartyMatch> matches = index.find(query.name, query.schemas, threshold);
            for (PartyMatch match : matches.subList(0, Math.min(top, matches.size()))) {
                SanctionedParty party = match.party();
                csv.writeRecord(
                        query.name,
                        score(match.score()),
                        party.getList(),
                        entryId(party),
                        match.name().name(),
                        String.join(" | ", party.getProgrammes()),
                        match.comparison().reason());
            }
        }
    }

    /** Scores the pairs of a file. */
    static void scorePairs(Path file, double threshold, PrintWriter out) throws IOException {
        NameScorer scorer = new NameScorer(ScoringRules.published());
        CsvWriter csv = writer(out);
        boolean first = true;
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(new StringReader(read(file)))) {
            for (NamedCsvRecord row : rows) {
                if (first) {
                    requireColumns(row, file);
                    csv.writeRecord(with(row.getHeader(), "score", "match"));
                    first = false;
                }
                double score =
                        scorer.score(row.getField("name1"), row.getField("name2"), schema(row.getField("schema")));
                csv.writeRecord(with(row.getFields(), score(score), Boolean.toString(score >= threshold)));
            }
        }
    }

    private static void requireColumns(NamedCsvRecord row, Path file) {
        for (String column : List.of("schema", "name1", "name2")) {
            if (!row.getHeader().contains(column)) {
                throw new InvalidSettingException(
                        file + " has no column " + column + "; --pairs needs schema, name1 and name2");
            }
        }
    }

    private record Query(String name, Set<NameSchema> schemas) {}

    private static List<Query> queries(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        List<String> header = lines.isEmpty() ? List.of() : cells(lines.getFirst());
        String column = header.stream()
                .filter(name -> NAME_COLUMNS.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
        if (column == null) {
            return lines.stream().map(line -> new Query(line.strip(), ANY)).toList();
        }
        List<Query> queries = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(new StringReader(text))) {
            for (NamedCsvRecord row : rows) {
                // A file of names alone may well leave the comma of "LAST, First" unquoted.
                String name = header.size() == 1 ? String.join(",", row.getFields()) : row.getField(column);
                String schema = header.contains("schema") ? row.getField("schema") : "";
                if (!name.isBlank()) {
                    queries.add(new Query(name.strip(), schema.isBlank() ? ANY : Set.of(schema(schema))));
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return queries;
    }

    private static List<String> cells(String line) {
        try (CsvReader<de.siegmar.fastcsv.reader.CsvRecord> rows =
                CsvReader.builder().ofCsvRecord(new StringReader(line))) {
            return rows.stream().findFirst().map(row -> row.getFields()).orElse(List.of());
        } catch (IOException | RuntimeException e) {
            return List.of();
        }
    }

    private static NameSchema schema(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "person" -> NameSchema.PERSON;
            case "vessel", "airplane" -> NameSchema.VESSEL;
            case "company", "organization", "organisation", "legalentity", "publicbody" -> NameSchema.ORGANISATION;
            default ->
                throw new InvalidSettingException(
                        "The schema \"" + name + "\" is none of Person, Company, Organization, LegalEntity, Vessel");
        };
    }

    /** Ids of parties begin with their list. */
    private static String entryId(SanctionedParty party) {
        String list = party.getList() + "/";
        return party.getPartyId().startsWith(list) ? party.getPartyId().substring(list.length()) : party.getPartyId();
    }

    private static String score(double score) {
        return String.format(Locale.ROOT, "%.4f", score);
    }

    private static List<String> with(List<String> cells, String... more) {
        List<String> all = new ArrayList<>(cells);
        all.addAll(List.of(more));
        return all;
    }

    private static CsvWriter writer(PrintWriter out) {
        return CsvWriter.builder()
                .lineDelimiter(de.siegmar.fastcsv.writer.LineDelimiter.LF)
                .build(out);
    }

    private static String read(@Nullable Path file) throws IOException {
        String text;
        if (file == null) {
            text = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                    .lines()
                    .collect(Collectors.joining("\n"));
        } else {
            text = Files.readString(file);
        }
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
}
