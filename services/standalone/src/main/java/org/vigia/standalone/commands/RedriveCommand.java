package org.vigia.standalone.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigia.producers.FeedLoader;
import org.vigia.producers.LoadSettings;
import org.vigia.producers.LoadTime;
import org.vigia.producers.feed.Feed;
import org.vigia.producers.feed.FeedCatalogue;
import org.vigia.producers.ingest.RejectedRow;
import org.vigia.producers.redrive.Redrive;
import org.vigia.producers.redrive.RedriveReport;
import org.vigia.producers.redrive.Selection;
import org.vigia.runtime.kafka.Cluster;
import org.vigia.runtime.settings.InvalidSettingException;
import org.vigia.runtime.settings.Setting;
import org.vigia.runtime.settings.Settings;
import org.vigia.standalone.platform.Directories;
import org.vigia.standalone.platform.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists refused rows by reason and sends them again through their feeds as they are now. */
@Command(
        name = "redrive",
        mixinStandardHelpOptions = true,
        description = "List refused rows by reason, and what would become of them now; with --send, send them again.")
public final class RedriveCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--feed", paramLabel = "NAME", description = "only refused rows of this feed")
    private @Nullable String feed;

    @Option(names = "--reason", paramLabel = "REASON", description = "only rows refused for this reason")
    private @Nullable String reason;

    @Option(names = "--send", description = "send them; without it they are only tried")
    private boolean send;

    @Option(names = "--dry-run", description = "only try, which is what happens without --send anyway")
    private boolean dryRun;

    @Option(
            names = "--mended",
            paramLabel = "FILE",
            description = "only the rows of this file, as mended there: JSON Lines with rejectionId and raw")
    private @Nullable Path mended;

    @Option(names = "--list", description = "print the rows as JSON Lines, to be mended, and do nothing else")
    private boolean list;

    @Mixin
    private DefinitionsOption definitions = new DefinitionsOption();

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (send && dryRun) {
            throw new InvalidSettingException("--send and --dry-run exclude each other: give one of them");
        }
        Settings settings = options.read(Map.of());
        Logging.ofCommand(settings);
        Selection selection = selection();
        FeedCatalogue catalogue = definitions.catalogue();
        List<Feed> feeds = feed == null ? catalogue.feeds() : List.of(feed(catalogue, feed));
        if (settings.text(Setting.BOOTSTRAP).isEmpty()
                && settings.text(Setting.DATA).isEmpty()) {
            throw new InvalidSettingException(
                    "Where are the refused rows? Give --data DIR of a machine that is stopped, or"
                            + " --bootstrap and --registry of one that runs");
        }
        run(settings, feeds, selection);
        return 0;
    }

    private void run(Settings settings, List<Feed> feeds, Selection selection)
            throws IOException, InterruptedException {
        try (Directories directories =
                        Directories.open(SettingsOptions.data(settings).orElse(null));
                Platform platform = Platform.open(settings, directories, 0, 0)) {
            Cluster cluster = platform.cluster();
            Map<String, Object> properties = cluster.clientProperties();
            properties.putAll(cluster.registryProperties());
            LoadSettings loads = new LoadSettings(
                    cluster.topics(), properties, directories.index(), LoadTime.now(Clock.systemUTC()));
            try (FeedLoader loader = new FeedLoader(loads)) {
                Redrive redrive = new Redrive(loader);
                for (Feed one : feeds) {
                    if (list) {
                        list(loader, one, selection);
                        continue;
                    }
                    report(reasons(loader, one, selection), redrive.run(one, selection, send));
                }
            }
        }
    }

    private void list(FeedLoader loader, Feed feed, Selection selection) throws IOException {
        PrintWriter out = out();
        loader.openRejections(feed, row -> {
            if (selection.has(row)) {
                out.println(JSON.writeValueAsString(RejectedRow.of(row)));
            }
            return true;
        });
        out.flush();
    }

    private PrintWriter out() {
        return spec == null
                ? new PrintWriter(System.out, true, StandardCharsets.UTF_8)
                : spec.commandLine().getOut();
    }

    private static SortedMap<String, Long> reasons(FeedLoader loader, Feed feed, Selection selection)
            throws IOException {
        SortedMap<String, Long> reasons = new TreeMap<>();
        loader.openRejections(feed, row -> {
            if (selection.has(row)) {
                reasons.merge(row.getReason().name(), 1L, Long::sum);
            }
            return true;
        });
        return reasons;
    }

    private void report(SortedMap<String, Long> reasons, RedriveReport report) {
        if (reasons.isEmpty()) {
            return;
        }
        PrintWriter out = out();
        out.println(report.feed());
        reasons.forEach((name, rows) -> out.printf(Locale.ROOT, "  %,10d refused as %s%n", rows, name));
        out.printf(
                Locale.ROOT,
                "  %,10d %s: %,d accepted, %,d unchanged, %,d revised, %,d retracted, %,d rejected%n",
                report.read(),
                report.sent() ? "sent again" : "tried",
                report.accepted(),
                report.unchanged(),
                report.revised(),
                report.retracted(),
                report.rejected());
        if (report.others() > 0) {
            out.printf(
                    Locale.ROOT,
                    "  %,10d of these had landed, and go along with rows of the same events%n",
                    report.others());
        }
        report.notSendable().forEach((why, rows) -> out.printf(Locale.ROOT, "  %,10d not sent: %s%n", rows, why));
        if (!report.sent() && report.accepted() + report.revised() + report.retracted() > 0) {
            out.println("  Nothing was written. Send them with --send.");
        }
        out.flush();
    }

    private Selection selection() {
        try {
            return Selection.of(reason, mended == null ? Map.of() : mendedRows(mended));
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException("--reason: " + e.getMessage());
        }
    }

    private static Map<String, String> mendedRows(Path file) {
        Map<String, String> rows = new HashMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                JsonNode row = line.isBlank() ? null : JSON.readTree(line);
                if (row != null) {
                    rows.put(text(row, "rejectionId", file), text(row, "raw", file));
                }
            }
        } catch (IOException e) {
            throw new InvalidSettingException("--mended: " + file + " cannot be read as JSON Lines: " + e.getMessage());
        }
        if (rows.isEmpty()) {
            throw new InvalidSettingException("--mended: " + file + " has no rows");
        }
        return rows;
    }

    private static String text(JsonNode row, String field, Path file) {
        String text = row.path(field).asText();
        if (text.isEmpty()) {
            throw new InvalidSettingException(
                    "--mended: a line of " + file + " has no " + field + "; take the lines of --list");
        }
        return text;
    }

    private static Feed feed(FeedCatalogue catalogue, String name) {
        try {
            return catalogue.require(name);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException("--feed: " + e.getMessage());
        }
    }
}
