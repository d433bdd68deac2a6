package org.vigia.producers.cell;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigia.events.RejectionReason;
import org.vigia.producers.table.Cells;
import org.vigia.producers.table.RowRejection;

/** Text cells. */
public final class Texts {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]+");
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
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** Text in the one form by which names are compared: NFKC, lower case, single blanks. */
    public static String normalise(String text) {
        if (isNormal(text)) {
            return text;
        }
        String compatible = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return BLANKS.matcher(compatible).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isNormal(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x7F || c < ' ' || (c >= 'A' && c <= 'Z') || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return text.isEmpty() || before != ' ';
    }
}
