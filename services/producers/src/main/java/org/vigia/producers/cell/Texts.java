package org.vigia.producers.cell;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigia.events.RejectionReason;
import org.vigia.producers.table.Blanks;
import org.vigia.producers.table.Cells;
import org.vigia.producers.table.RowRejection;

/** Text cells. */
public final class Texts {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\p{Cntrl}]+");
    private static final Pattern BAR = Pattern.compile("\\|");

    private Texts() {}

    /** The text; null if the cell is empty. */
    public static @Nullable String orNull(Cells cells, String column) {
        String text = cells.text(column);
        return text.isEmpty() ? null : text;
    }

    /** The text, which must not be empty. */
    public static String required(Cells cells, String column) {
        String text = cells.text(column);
        if (text.isEmpty()) {
            throw new RowRejection(
                    RejectionReason.MISSING_VALUE, "Column " + column + " is empty, and a row needs it. Fill it in.");
        }
        return text;
    }

    /** The values of a cell that holds several, separated by bars. */
    public static List<String> several(Cells cells, String column) {
        String text = cells.text(column);
        if (text.isEmpty()) {
            return List.of();
        }
        return Arrays.stream(BAR.split(text))
                .map(Blanks::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** Text in the one form by which names are compared: NFKC, lower case, single blanks. */
    public static String normalise(String text) {
        StringBuilder normal = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x7F) {
                return normaliseUnicode(text);
            }
            if (c > ' ') {
                normal.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
            } else if (!normal.isEmpty() && normal.charAt(normal.length() - 1) != ' ') {
                normal.append(' ');
            }
        }
        int length = normal.length();
        return length > 0 && normal.charAt(length - 1) == ' ' ? normal.substring(0, length - 1) : normal.toString();
    }

    private static String normaliseUnicode(String text) {
        String compatible = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return BLANKS.matcher(compatible).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
