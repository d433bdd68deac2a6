package org.vigia.standalone.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigia.events.LedgerEntry;
import org.vigia.producers.OfflineReading;
import org.vigia.producers.feed.FeedCatalogue;
import org.vigia.runtime.settings.InvalidSettingException;
import org.vigia.screening.party.PartyRules;
import org.vigia.screening.party.SanctionsIndex;
import org.vigia.standalone.platform.Directories;
import org.vigia.standalone.run.Replay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Screens names against sanctions lists, or scores pairs of names, without a broker. */
@Command(
        name = "screen",
        mixinStandardHelpOptions = true,
        description =
                "Screen party names against sanctions lists (CSV: name, score, list, entry_id, matched_name, program,"
                        + " reason), or score pairs of names; docs/parties.md says what the score means.")
public final class ScreenCommand implements Callable<Integer> {

    private static final Pattern NAMED = Pattern.compile("[a-z0-9][a-z0-9-]*=.+");

    @Option(
            names = "--reference",
            paramLabel = "NAME=PATH",
            description = "sanctions list to screen against (vigia feeds lists the names); repeatable")
    private List<String> references = new ArrayList<>();

    @Option(
            names = "--pairs",
            paramLabel = "FILE",
            description =
                    "CSV with schema, name1 and name2: score each pair instead, and write it with score and match")
    private @Nullable Path pairs;

    @Option(
            names = "--threshold",
            paramLabel = "X",
            description = "least score that counts, above 0 to 1 (default 0.75)")
    private double threshold = PartyRules.published().threshold();

    @Option(names = "--top", paramLabel = "N", description = "at most so many matches of each name (default all)")
    private int top = Integer.MAX_VALUE;

    @Parameters(
            arity = "0..*",
            paramLabel = "[NAME=PATH...] [FILE]",
            description = "more lists, and the file with one name a line or a column \"name\" (default standard input)")
    private List<String> inputs = List.of();

    @Mixin
    private DefinitionsOption definitions = new DefinitionsOption();

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Logging.ofCommand(options.read(Map.of()));
        check();
        PrintWriter out = spec == null
                ? new PrintWriter(System.out, false, StandardCharsets.UTF_8)
                : spec.commandLine().getOut();
        if (pairs != null) {
            requireNoNames();
            ScreenedNames.scorePairs(pairs, threshold, out);
        } else {
            screen(out);
        }
        out.flush();
        return 0;
    }

    private void check() {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new InvalidSettingException("--threshold " + threshold + " must be above 0 and at most 1");
        }
        if (top < 1) {
            throw new InvalidSettingException("--top " + top + " must be at least 1");
        }
    }

    private void requireNoNames() {
        if (!references.isEmpty() || !inputs.isEmpty()) {
            throw new InvalidSettingException("--pairs needs no lists and no other file: leave them out");
        }
        requireFile(pairs);
    }

    private void screen(PrintWriter out) throws IOException {
        List<String> lists = new ArrayList<>(references);
        List<String> files = new ArrayList<>();
        for (String input : inputs) {
            (NAMED.matcher(input).matches() && !Files.exists(Path.of(input)) ? lists : files).add(input);
        }
        if (files.size() > 1) {
            throw new InvalidSettingException("Give one file of names, not " + files.size() + ": " + files);
        }
        if (lists.isEmpty()) {
            throw new InvalidSettingException(
                    "Screen against what? Give --reference NAME=PATH, for example --reference ofac-sdn=DIRECTORY");
        }
        Path file = files.isEmpty() ? null : Path.of(files.getFirst());
        requireFile(file);
        ScreenedNames.screen(index(lists), file, threshold, top, out);
    }

    private static void requireFile(@Nullable Path file) {
        if (file != null && !Files.isReadable(file)) {
            throw new InvalidSettingException("There is no file " + file + " that can be read");
        }
    }

    private SanctionsIndex index(List<String> lists) throws IOException {
        FeedCatalogue catalogue = definitions.catalogue();
        List<Replay.Input> parsed = InputFiles.parse("--reference", lists, catalogue);
        try (Directories directories = Directories.open(null);
                OfflineReading reading =
                        new OfflineReading(Files.createDirectories(directories.index()), Clock.systemUTC())) {
            for (Replay.Input list : parsed) {
                LedgerEntry ledger = reading.read(list.feed(), list.file());
                if (ledger.getRejected() > 0) {
                    warn(list.file() + ": " + ledger.getRejected() + " of " + ledger.getRead()
                            + " rows cannot be read and are not screened against");
                }
            }
            SanctionsIndex index =
                    SanctionsIndex.of(reading.latest(topics -> topics.sanctionedParties), PartyRules.published());
            if (index.size() == 0) {
                throw new InvalidSettingException("There is no party on " + String.join(", ", lists));
            }
            return index;
        }
    }

    private void warn(String message) {
        PrintWriter errors = spec == null
                ? new PrintWriter(System.err, true, StandardCharsets.UTF_8)
                : spec.commandLine().getErr();
        errors.println("vigia: " + message);
    }
}
