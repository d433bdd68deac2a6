package org.vigia.standalone.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigia.runtime.settings.InvalidSettingException;
import org.vigia.simulation.Simulation;
import org.vigia.standalone.run.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes simulated partner files with planted cases. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description =
                "Write partner files of a simulated world with planted cases of every kind of alert, and what is to"
                        + " be found in them (truth.jsonl). The same events and seed give the same bytes.")
public final class SimulateCommand implements Callable<Integer> {

    @Option(
            names = "--events",
            required = true,
            paramLabel = "N",
            description =
                    "shipments, seizures and laboratories together, 1 to 1000000000; every kind of alert is planted"
                            + " from 5000 on")
    private long events;

    @Option(names = "--seed", required = true, paramLabel = "S", description = "any whole number")
    private long seed;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "directory for the files, new or empty")
    private Path out = Path.of("");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (events < 1 || events > Simulation.MOST_EVENTS) {
            throw new InvalidSettingException(
                    "--events must be a whole number from 1 to " + Simulation.MOST_EVENTS + ", not " + events);
        }
        makeDirectory();
        long started = System.nanoTime();
        Progress progress = new Progress(System.err, Boolean.getBoolean("vigia.terminal"));
        Simulation.Written written = Simulation.write(
                events,
                seed,
                out,
                (file, rows, day, days) -> progress.step(
                        String.format(Locale.ROOT, "%s: %,d rows, %d %%", file, rows, 100L * day / days)));
        progress.clear();
        report(written, (System.nanoTime() - started) / 1e9);
        return 0;
    }

    private void makeDirectory() {
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw new InvalidSettingException(
                    "--out " + out + " cannot be a directory for the files: " + e.getMessage());
        }
        try (Stream<Path> files = Files.list(out)) {
            if (files.findAny().isPresent()) {
                throw new InvalidSettingException(
                        "--out " + out + " is not empty; name a new directory, or empty this one");
            }
        } catch (IOException e) {
            throw new InvalidSettingException("--out " + out + " cannot be read: " + e.getMessage());
        }
        if (!Files.isWritable(out)) {
            throw new InvalidSettingException("--out " + out + " cannot be written to, check its permissions");
        }
    }

    private void report(Simulation.Written written, double seconds) {
        PrintWriter printer = spec == null
                ? new PrintWriter(System.out, true, StandardCharsets.UTF_8)
                : spec.commandLine().getOut();
        printer.printf(
                Locale.ROOT,
                "%,d rows with %,d planted cases in %s (%.1f s)%n",
                written.rows(),
                written.planted(),
                out,
                seconds);
        printer.flush();
    }
}
