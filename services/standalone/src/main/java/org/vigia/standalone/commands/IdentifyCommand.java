package org.vigia.standalone.commands;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.vigia.runtime.settings.InvalidSettingException;
import org.vigia.screening.identity.ChemicalIdentity;
import org.vigia.screening.identity.KnownSubstance;
import org.vigia.screening.identity.SubstanceRow;
import org.vigia.screening.identity.SubstanceTable;
import org.vigia.standalone.results.IdentityCsv;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what goods are. */
@Command(
        name = "identify",
        mixinStandardHelpOptions = true,
        description =
                "Tell which substance each line is, by name, CAS number and HS code, with the evidence (CSV). The input is"
                        + " one text a line, or a CSV with a column name or description, and cas and hs_code if known.")
public final class IdentifyCommand implements Callable<Integer> {

    private static final String REFERENCE = "vigia-substances=";

    @Option(
            names = "--reference",
            paramLabel = "vigia-substances=FILE",
            description = "further substances; one with the id of a built-in one takes its place")
    private List<String> references = List.of();

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "what to identify, - or nothing for standard input")
    private String file = "-";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ChemicalIdentity identity = references.isEmpty()
                ? ChemicalIdentity.builtIn()
                : new ChemicalIdentity(SubstanceTable.builtIn().with(further()));
        PrintWriter out = spec == null
                ? new PrintWriter(System.out, false, StandardCharsets.UTF_8)
                : spec.commandLine().getOut();
        try (BufferedReader in = open(file);
                CsvWriter csv =
                        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
            IdentityCsv.write(in, identity, csv);
        }
        out.flush();
        return 0;
    }

    private List<KnownSubstance> further() throws IOException {
        List<KnownSubstance> further = new ArrayList<>();
        for (String reference : references) {
            if (!reference.startsWith(REFERENCE)) {
                throw new InvalidSettingException(
                        "--reference " + reference + ": identify reads " + REFERENCE + "FILE only");
            }
            try (BufferedReader in = open(reference.substring(REFERENCE.length()));
                    CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(in)) {
                for (NamedCsvRecord row : rows) {
                    further.add(substance(row, reference));
                }
            }
        }
        return further;
    }

    private static KnownSubstance substance(NamedCsvRecord row, String reference) {
        try {
            return SubstanceRow.substance(Map.copyOf(row.getFieldsAsMap()));
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(
                    "--reference " + reference + ", line " + row.getStartingLineNumber() + ": " + e.getMessage());
        }
    }

    private static BufferedReader open(String name) throws IOException {
        if (name.equals("-")) {
            return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        }
        Path path = Path.of(name);
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new InvalidSettingException("The file " + name + " cannot be read");
        }
        InputStream in = Files.newInputStream(path);
        return new BufferedReader(
                new InputStreamReader(name.endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8));
    }
}
