package org.vigia.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command line, or another program of the tests, in a process of its own, to be killed. */
public final class VigiaProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;
    private final List<String> lines = new ArrayList<>();

    private VigiaProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static VigiaProcess start(String... arguments) throws IOException {
        return start(Vigia.class, arguments);
    }

    /** Starts any class that has a main method. */
    public static VigiaProcess start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dvigia.terminal=true",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new VigiaProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Reads the output up to the first line that is wanted; progress on the terminal counts as lines. */
    String awaitLine(Predicate<String> wanted) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = output.read(); c >= 0; c = output.read()) {
            if (c != '\n' && c != '\r') {
                line.append((char) c);
                continue;
            }
            String text = line.toString();
            line.setLength(0);
            if (!text.isBlank()) {
                lines.add(text);
            }
            if (wanted.test(text)) {
                return text;
            }
        }
        throw new AssertionError("The process ended before the line came: " + String.join("\n", lines));
    }

    /** The last word of the first line that begins with a label. */
    public String awaitValue(String label) throws IOException {
        Matcher matcher = Pattern.compile("\\s*" + label + "\\s+(\\S+)").matcher("");
        awaitLine(line -> matcher.reset(line).matches());
        return matcher.group(1);
    }

    /** Kills without any chance to clean up, as kill -9 does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    /** Asks to stop, as kill -TERM does, and waits. */
    void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as("stops within a minute")
                .isTrue();
    }

    /** Waits for a process that is to end by itself, and well. */
    void awaitSuccess() throws IOException, InterruptedException {
        output.lines().forEach(lines::add);
        assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
