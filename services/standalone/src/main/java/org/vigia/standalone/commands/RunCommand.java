package org.vigia.standalone.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigia.producers.feed.FeedCatalogue;
import org.vigia.runtime.kafka.Cluster;
import org.vigia.runtime.settings.InvalidSettingException;
import org.vigia.runtime.settings.Settings;
import org.vigia.runtime.streams.StreamsSettings;
import org.vigia.schemas.topics.Topic;
import org.vigia.standalone.platform.Directories;
import org.vigia.standalone.platform.Platform;
import org.vigia.standalone.results.Accounts;
import org.vigia.standalone.results.Results;
import org.vigia.standalone.run.Progress;
import org.vigia.standalone.run.Replay;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Replays files through the whole pipeline and writes the results. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Replay files through the whole pipeline, wait until all is processed, write results, exit.")
public final class RunCommand implements Callable<Integer> {

    /** Results are looked at when all is done. */
    private static final int COMMIT_MS = 500;

    @Option(
            names = "--feed",
            arity = "1..*",
            paramLabel = "NAME=FILE",
            description = "feed and file; more files of the feed may follow, and dir/*.csv stands for all that match;"
                    + " repeatable; .gz and .zst are unpacked")
    private List<String> feeds = List.of();

    @Option(
            names = "--reference",
            arity = "1..*",
            paramLabel = "NAME=PATH",
            description = "reference list, loaded before the feeds; repeatable")
    private List<String> references = List.of();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description =
                    "the day on which the run stands, as 2024-03-05 (default today, UTC); later events are refused")
    private @Nullable LocalDate asOf;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "directory for the results")
    private Path out = Path.of("");

    @Mixin
    private DefinitionsOption definitions = new DefinitionsOption();

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Settings settings = options.read(Map.of());
        Logging.ofCommand(settings);
        FeedCatalogue catalogue = definitions.catalogue();
        List<Replay.Input> inputs = new ArrayList<>(InputFiles.parse("--reference", references, catalogue));
        inputs.addAll(InputFiles.parse("--feed", feeds, catalogue));
        if (inputs.isEmpty()) {
            throw new InvalidSettingException("Nothing to run: give --feed NAME=FILE (vigia feeds lists the names)");
        }
        checkWritable(out);
        return run(settings, inputs, asOf == null ? LocalDate.now(ZoneOffset.UTC) : asOf);
    }

    @SuppressWarnings("try") // The stop is there to be closed last.
    private int run(Settings settings, List<Replay.Input> inputs, LocalDate day) throws Exception {
        long started = System.nanoTime();
        Progress progress = new Progress(System.err, Boolean.getBoolean("vigia.terminal"));
        progress.step("starting the broker");
        try (Stop stop = Stop.byInterrupt(Thread.currentThread());
                Directories directories =
                        Directories.open(SettingsOptions.data(settings).orElse(null));
                Platform platform = Platform.open(settings, directories, 0, 0)) {
            Results results = new Results(platform.cluster());
            Replay replay = new Replay(
                    platform.cluster(),
                    StreamsSettings.from(settings, directories.streams()).committingEvery(COMMIT_MS),
                    directories.index(),
                    day,
                    progress);
            Replay.Outcome outcome =
                    replay.run(withRole(inputs, platform.cluster(), true), withRole(inputs, platform.cluster(), false));
            Accounts accounts = new Accounts(outcome.ledger());
            Results.Written written = results.write(out, day, accounts);
            report(accounts.total(), written, (System.nanoTime() - started) / 1e9);
            return failed(outcome.failures());
        }
    }

    /** References or feeds, whichever option they came with: a list that comes after the shipments judges nothing. */
    private static List<Replay.Input> withRole(List<Replay.Input> inputs, Cluster cluster, boolean reference) {
        return inputs.stream()
                .filter(i -> (i.feed().topic(cluster.topics()).role() == Topic.Role.REFERENCE) == reference)
                .toList();
    }

    private int failed(List<String> failures) {
        PrintWriter errors = spec == null
                ? new PrintWriter(System.err, true, StandardCharsets.UTF_8)
                : spec.commandLine().getErr();
        failures.forEach(failure -> errors.println("vigia: " + failure));
        return failures.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private static void checkWritable(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new InvalidSettingException(
                    "--out " + directory + " cannot be a directory for the results: " + e.getMessage());
        }
        if (!Files.isWritable(directory)) {
            throw new InvalidSettingException("--out " + directory + " cannot be written to, check its permissions");
        }
    }

    private void report(Accounts.Sums sums, Results.Written written, double seconds) {
        PrintWriter printer = spec == null
                ? new PrintWriter(System.out, true, StandardCharsets.UTF_8)
                : spec.commandLine().getOut();
        printer.printf(
                Locale.ROOT,
                "%,d rows read: %,d accepted, %,d unchanged, %,d revised, %,d retracted, %,d rejected%n",
                sums.read(),
                sums.accepted(),
                sums.unchanged(),
                sums.revised(),
                sums.retracted(),
                sums.rejected());
        printer.printf(
                Locale.ROOT,
                "%,d trend figures, %,d alerts, %,d restatements, %,d rejected records in %s (%.1f s)%n",
                written.trends(),
                written.alerts(),
                written.restatements(),
                written.rejected(),
                out,
                seconds);
        if (written.rejected() > 0) {
            printer.printf(
                    Locale.ROOT,
                    "refused rows: %s; each with what to do in %s%n",
                    written.rejectedByReason().entrySet().stream()
                            .map(e -> e.getValue() + " " + e.getKey())
                            .collect(Collectors.joining(", ")),
                    out.resolve("rejected.jsonl"));
        }
        printer.flush();
    }
}
