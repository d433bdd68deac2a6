package org.vigia.producers.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells a record that spans lines from rows that were swallowed between two stray quotes, as when a clerk writes ditto
 * marks into two rows. With both marks in the same column even the number of cells is right, so only what stands between
 * the quotes can tell. It is taken for rows if
 *
 * <ol>
 *   <li>both quotes of a cell are bare, each all there is in a cell of its own: the text begins and ends with a delimiter,
 *       or with a line end where the row ends or begins;
 *   <li>or at least half of the lines between its quotes are rows by themselves, blank ones aside;
 *   <li>or one of its quotes is bare and both their lines are rows by themselves.
 * </ol>
 *
 * <p>A row by itself has exactly the header's number of cells, at least four, none begins with a blank, and not all
 * delimiters stand inside words, as in 1,500 or N,N-dimethylformamide. The lines of the quotes may have more cells, because
 * a cell that holds the delimiter is where a quote is forgotten; but not fewer.
 *
 * <p>This leaves prose alone: it does not begin with a comma, and has blanks behind the others. Wrongly taken is a text
 * that is itself a table as wide as the file. That is refused loudly, whereas what is swallowed is lost silently.
 *
 * <p>A record with another number of cells than the header is refused anyway. There one row of two cells is enough, so
 * that the good rows in it land.
 */
final class StrayQuotes {

    /** Not \R, which takes a byte of a UTF-8 sequence for a line end. */
    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

    private static final int LEAST_CELLS = 4;

    private final char delimiter;
    private final int columns;
    /** A delimiter as in 1,500 or N,N-dimethylformamide, or one that ends the line. */
    private final Pattern insideWord;

    /** @param columns number of cells of a row, from 2 on */
    StrayQuotes(char delimiter, int columns) {
        this.delimiter = delimiter;
        this.columns = columns;
        insideWord = Pattern.compile("(?<=\\d)D(?=\\d)|(?<=[A-Z])D(?=[A-Z])|D$".replace('D', delimiter));
    }

    /** Whether a record that spans lines is rather several rows. */
    boolean swallowRows(byte[] record) {
        String text = new String(record, StandardCharsets.ISO_8859_1);
        List<QuotedCell> quoted = new ArrayList<>();
        int column = 0;
        for (int at = 0; at <= text.length(); at++) {
            column++;
            if (at < text.length() && text.charAt(at) == '"') {
                int close = closing(text, at + 1);
                quoted.add(new QuotedCell(column, List.of(LINE_END.split(text.substring(at + 1, close), -1))));
                at = close;
            }
            int next = text.indexOf(delimiter, at);
            at = next < 0 ? text.length() : next;
        }
        boolean refusedAnyway = column != columns;
        return quoted.stream().anyMatch(cell -> cell.bothBare() || cell.holdsRows(refusedAnyway));
    }

    private static int closing(String text, int from) {
        int at = text.indexOf('"', from);
        while (at >= 0 && at + 1 < text.length() && text.charAt(at + 1) == '"') {
            at = text.indexOf('"', at + 2);
        }
        return at < 0 ? text.length() : at;
    }

    /** A quoted cell by its lines; the first and the last belong to the lines of its quotes. */
    private final class QuotedCell {

        private final int column;
        private final String first;
        private final List<String> between;
        private final String last;

        QuotedCell(int column, List<String> lines) {
            this.column = column;
            first = lines.getFirst();
            between = lines.size() < 3 ? List.of() : lines.subList(1, lines.size() - 1);
            last = lines.getLast();
        }

        boolean bothBare() {
            return opensBare() && closesBare();
        }

        boolean holdsRows(boolean refusedAnyway) {
            long rows = between.stream().filter(line -> isRow(line)).count();
            if (refusedAnyway) {
                return rows > 0;
            }
            long lines = between.stream().filter(line -> !line.isBlank()).count();
            boolean endsMayBeRows = delimiters(first) >= columns - column && delimiters(last) >= column - 1;
            return columns >= LEAST_CELLS && endsMayBeRows && (rows > 0 ? 2 * rows >= lines : endsAreRows());
        }

        /** In the first and the last column one of them always is, which says nothing. */
        private boolean endsAreRows() {
            return (opensBare() || closesBare())
                    && column > 1
                    && column < columns
                    && isPartOfRow(first, columns - column + 1)
                    && separates(first)
                    && isPartOfRow(last, column);
        }

        private boolean opensBare() {
            return first.isEmpty()
                    ? column == columns && delimiters(last) == columns - 1
                    : first.charAt(0) == delimiter;
        }

        private boolean closesBare() {
            return last.isEmpty() ? column == 1 : last.charAt(last.length() - 1) == delimiter;
        }
    }

    /** Inside a stray quote a row has no quotes but those of empty cells, so its delimiters need only be counted. */
    private boolean isRow(String line) {
        return isPartOfRow(line, columns) && separates(line);
    }

    private boolean isPartOfRow(String line, int cells) {
        return delimiters(line) == cells - 1 && !line.contains(delimiter + " ");
    }

    private boolean separates(String line) {
        return delimiters(insideWord.matcher(line).replaceAll("")) > 0;
    }

    private int delimiters(String line) {
        return (int) line.chars().filter(c -> c == delimiter).count();
    }
}
