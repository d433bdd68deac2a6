package org.vigia.producers.cell;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vigia.events.ClaimStatus;
import org.vigia.events.RejectionReason;
import org.vigia.producers.table.Cells;
import org.vigia.producers.table.RowRejection;

/** Cells that hold one of a few values. */
public final class Choices {

    private static final String UNKNOWN = "UNKNOWN";

    private static final Pattern GAP = Pattern.compile("[\\s\\p{Zs}-]+");

    private static final ClassValue<Memo<Optional<Object>>> CONSTANTS = new ClassValue<>() {
        @Override
        protected Memo<Optional<Object>> computeValue(Class<?> type) {
            return new Memo<>();
        }
    };

    private Choices() {}

    /**
     * One of the constants of an enum, whatever its case, with blanks or hyphens for underscores.
     *
     * @param absent the value of an empty cell
     */
    public static <E extends Enum<E>> E of(Cells cells, String column, Class<E> type, E absent) {
        String text = cells.text(column);
        if (text.isEmpty()) {
            return absent;
        }
        Optional<Object> chosen = CONSTANTS.get(type).of(text, name -> constant(name, type));
        if (chosen.isPresent()) {
            return type.cast(chosen.get());
        }
        String known = Arrays.stream(type.getEnumConstants())
                .map(Enum::name)
                .filter(constant -> !constant.equals(UNKNOWN))
                .collect(Collectors.joining(", "));
        throw new RowRejection(
                RejectionReason.UNKNOWN_VALUE,
                "Column " + column + " holds " + Quote.of(text) + ". Use one of " + known + ", or leave it empty.");
    }

    private static Optional<Object> constant(String text, Class<? extends Enum<?>> type) {
        String name = GAP.matcher(text.toUpperCase(Locale.ROOT)).replaceAll("_");
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .map(Object.class::cast);
    }

    /** The status of a claim; confirmed unless the row says otherwise. */
    public static ClaimStatus status(Cells cells) {
        ClaimStatus status = of(cells, "status", ClaimStatus.class, ClaimStatus.CONFIRMED);
        return status == ClaimStatus.UNKNOWN ? ClaimStatus.CONFIRMED : status;
    }

    /** Whether the row takes its event back, and so needs nothing but the id. */
    public static boolean isRetraction(Cells cells) {
        return status(cells) == ClaimStatus.RETRACTED;
    }
}
