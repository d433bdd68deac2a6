package org.vigia.standalone.commands;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigia.producers.feed.FeedCatalogue;
import org.vigia.runtime.settings.InvalidSettingException;
import org.vigia.runtime.settings.Settings;
import org.vigia.runtime.streams.StreamsSettings;
import org.vigia.standalone.platform.Directories;
import org.vigia.standalone.platform.Platform;
import org.vigia.standalone.results.Accounts;
import org.vigia.standalone.results.Results;
import org.vigia.standalone.run.Progress;
import org.vigia.standalone.run.Replay;
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

    @Option(
            names = "--feed",
            arity = "1..*",
            paramLabel = "NAME=FILE",
            description = "feed and file; more files of the feed may follow; repeatable; .gz is read as it is")
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
            description = "the day on which the run stands (default today, UTC); later events are refused")
    private @Nullable LocalDate asOf;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "directory for the results")
    private Path out = Path.of("");

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Settings settings = options.read(Map.of());
        Logging.ofCommand(settings);
        FeedCatalogue catalogue = FeedCatalogue.shipped();
        List<Replay.Input> feedFiles = InputFiles.parse("--feed", feeds, catalogue);
        List<Replay.Input> referenceFiles = InputFiles.parse("--reference", references, catalogue);
        if (feedFiles.isEmpty() && referenceFiles.isEmpty()) {
            throw new InvalidSettingException("Nothing to run: give --feed NAME=FILE (vigia feeds lists the names)");
        }
        long started = System.nanoTime();
        LocalDate day = asOf == null ? LocalDate.now(ZoneOffset.UTC) : asOf;
        Progress progress = new Progress(System.err, Boolean.getBoolean("vigia.terminal"));
        progress.step("starting the broker");
        try (Directories directories =
                        Directories.open(SettingsOptions.data(settings).orElse(null));
                Platform platform = Platform.open(settings, directories, 0, 0)) {
            Results results = new Results(platform.cluster());
            Replay replay = new Replay(
                    platform.cluster(),
                    StreamsSettings.from(settings, directories.streams()),
                    directories.index(),
                    day,
                    progress);
            Accounts accounts = new Accounts(replay.run(referenceFiles, feedFiles));
            Results.Written written = results.write(out, day, accounts);
            report(accounts.total(), written, (System.nanoTime() - started) / 1e9);
        }
        return 0;
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
        printer.flush();
    }
}
