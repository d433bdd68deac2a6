package org.vigia.standalone;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.LoggerFactory;
import org.vigia.runtime.settings.InvalidSettingException;
import org.vigia.standalone.commands.FeedsCommand;
import org.vigia.standalone.commands.IdentifyCommand;
import org.vigia.standalone.commands.KeyCommand;
import org.vigia.standalone.commands.RedriveCommand;
import org.vigia.standalone.commands.RunCommand;
import org.vigia.standalone.commands.ScreenCommand;
import org.vigia.standalone.commands.ServiceCommand;
import org.vigia.standalone.commands.SimulateCommand;
import org.vigia.standalone.commands.TopicsCommand;
import org.vigia.standalone.commands.UpCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The command line. Exit status 0, 2 for a usage error, 1 for a failure. */
@Command(
        name = "vigia",
        mixinStandardHelpOptions = true,
        version = "vigia 0.1.0",
        description = "Event streaming for drug seizures, clandestine laboratories and precursor shipments.",
        subcommands = {
            UpCommand.class,
            RunCommand.class,
            ScreenCommand.class,
            SimulateCommand.class,
            IdentifyCommand.class,
            FeedsCommand.class,
            TopicsCommand.class,
            ServiceCommand.class,
            RedriveCommand.class,
            KeyCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Vigia {

    static {
        // Builders of generated classes may run before a serde has told Avro to trust them.
        System.setProperty(
                "org.apache.avro.SERIALIZABLE_PACKAGES",
                "java.lang,java.math,java.io,java.net,org.apache.avro.reflect,org.apache.avro,org.vigia");
    }

    /** What shells give for a command that was stopped by Ctrl-C. */
    private static final int INTERRUPTED = 130;

    private Vigia() {}

    /** Runs one command and exits. */
    public static void main(String[] arguments) {
        int status = execute(arguments, new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        System.exit(status);
    }

    /** Runs one command; returns the exit status. */
    static int execute(String[] arguments, PrintWriter errors) {
        CommandLine line = new CommandLine(new Vigia());
        line.setErr(errors);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(LocalDate.class, Vigia::day);
        line.setParameterExceptionHandler((e, args) -> usage(e, errors));
        line.setExecutionExceptionHandler((e, command, result) -> {
            if (e instanceof InvalidSettingException) {
                errors.println("vigia: " + e.getMessage());
                return CommandLine.ExitCode.USAGE;
            }
            if (e instanceof InterruptedException || e instanceof InterruptException) {
                errors.println("vigia: stopped before the end; what was committed is kept with --data,"
                        + " and the same command continues from it");
                return INTERRUPTED;
            }
            LoggerFactory.getLogger(Vigia.class).debug("Failed", e);
            errors.println("vigia: " + message(e));
            return CommandLine.ExitCode.SOFTWARE;
        });
        if (arguments.length == 0) {
            line.usage(errors);
            return CommandLine.ExitCode.USAGE;
        }
        return line.execute(arguments);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + text + "' is no day; write it as 2024-03-05");
        }
    }

    private static int usage(ParameterException e, PrintWriter errors) {
        CommandLine command = e.getCommandLine();
        String hint = command.getParent() == null
                ? "commands: " + String.join(", ", command.getSubcommands().keySet())
                : "try: vigia " + command.getCommandName() + " --help";
        errors.println("vigia: " + e.getMessage() + " (" + hint + ")");
        return CommandLine.ExitCode.USAGE;
    }

    private static String message(Exception e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
