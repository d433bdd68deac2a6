package org.vigia.producers.definition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.vigia.events.RejectionReason;
import org.vigia.producers.cell.Quote;
import org.vigia.producers.table.RowRejection;

/** How a partner writes dates, as a pattern of {@link DateTimeFormatter}; they become ISO 8601. */
final class DateStyle implements UnaryOperator<String> {

    /** How exactly the event time is known, whatever the cell holds. */
    enum Precision {
        YEAR,
        MONTH,
        DAY,
        INSTANT
    }

    private final DateTimeFormatter formatter;
    private final String pattern;
    private final @Nullable ZoneId zone;
    private final Precision precision;
    private final String origin;

    /**
     * A style.
     *
     * @param precision what to keep; null for all that the pattern has
     * @param zone in which times are local; null if they carry an offset or are not kept
     * @throws IllegalArgumentException if the pattern is none, or times would be kept without a zone
     */
    DateStyle(String pattern, Locale locale, @Nullable Precision precision, @Nullable ZoneId zone, String origin) {
        this.pattern = pattern;
        this.zone = zone;
        this.origin = origin;
        String letters = pattern.replaceAll("'[^']*'", "");
        boolean time = letters.matches(".*[HhkK].*");
        boolean offset = letters.matches(".*[XxZzVO].*");
        this.precision = precision != null ? precision : finest(letters, time);
        if (this.precision == Precision.INSTANT && !time) {
            throw new IllegalArgumentException("the pattern has no hour, so precision instant cannot be had");
        }
        if (this.precision == Precision.INSTANT && zone == null && !offset) {
            throw new IllegalArgumentException("times without an offset need zone, for example zone: America/Bogota;"
                    + " or write precision: day");
        }
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                // u is the year that strict resolution takes; y would also need an era.
                .appendPattern(pattern.replaceAll("y(?=(?:[^']*'[^']*')*[^']*$)", "u"));
        if (time && !letters.contains("m")) {
            builder.parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0);
        }
        formatter = builder.toFormatter(locale).withResolverStyle(ResolverStyle.STRICT);
    }

    private static Precision finest(String letters, boolean time) {
        if (time) {
            return Precision.INSTANT;
        }
        if (letters.matches(".*[dD].*")) {
            return Precision.DAY;
        }
        return letters.matches(".*[ML].*") ? Precision.MONTH : Precision.YEAR;
    }

    @Override
    public String apply(String text) {
        try {
            TemporalAccessor parsed = formatter.parse(text);
            return switch (precision) {
                case YEAR -> "%04d-XX".formatted(parsed.get(ChronoField.YEAR));
                case MONTH ->
                    "%04d-%02d".formatted(parsed.get(ChronoField.YEAR), parsed.get(ChronoField.MONTH_OF_YEAR));
                case DAY -> LocalDate.from(parsed).toString();
                case INSTANT -> instant(parsed);
            };
        } catch (DateTimeException e) {
            throw new RowRejection(
                    RejectionReason.INVALID_DATE,
                    "Column " + origin + " holds " + Quote.of(text) + ", which is no date as this feed writes them ("
                            + pattern + "). Correct it.");
        }
    }

    private String instant(TemporalAccessor parsed) {
        if (parsed.isSupported(ChronoField.OFFSET_SECONDS)) {
            return OffsetDateTime.from(parsed).toInstant().toString();
        }
        ZoneId local = zone == null ? ZoneId.from(parsed) : zone;
        return LocalDateTime.from(parsed).atZone(local).toInstant().toString();
    }
}
