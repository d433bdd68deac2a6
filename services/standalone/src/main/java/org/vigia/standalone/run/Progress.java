package org.vigia.standalone.run;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import org.vigia.producers.LoadProgress;

/** One line on the terminal that says what is being done; nothing at all if the output is not a terminal. */
public final class Progress {

    private static final int WIDTH = 78;
    private static final long PAUSE_NANOS = 100_000_000;

    private final PrintStream out;
    private final boolean terminal;
    private long lastShown;

    public Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Shows a step. */
    public synchronized void step(String text) {
        if (terminal) {
            String line = text.length() > WIDTH ? text.substring(0, WIDTH) : text;
            out.print("\r" + line + " ".repeat(WIDTH - line.length()) + "\r" + line);
            out.flush();
        }
    }

    /** Shows how far a file has been read, at most ten times a second. */
    public LoadProgress of(Path file) {
        return (rows, bytes, total) -> {
            if (System.nanoTime() - lastShown > PAUSE_NANOS) {
                lastShown = System.nanoTime();
                step(String.format(
                        Locale.ROOT,
                        "%s: %,d rows, %d %%",
                        file.getFileName(),
                        rows,
                        total == 0 ? 100 : Math.min(100, bytes * 100 / total)));
            }
        };
    }

    /** Takes the line away. */
    public synchronized void clear() {
        if (terminal) {
            out.print("\r" + " ".repeat(WIDTH) + "\r");
            out.flush();
        }
    }
}
