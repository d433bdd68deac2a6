package org.vigia.producers.reference;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigia.events.TimePrecision;
import org.vigia.producers.cell.Dates;
import org.vigia.producers.cell.EventDate;
import org.vigia.producers.table.Cells;

/**
 * The first day of a listing, or the first on which it is no longer in force ({@code listed_until} is exclusive). Compilers of lists qualify dates in words: {@code 2020-05-15 (halides
 * 2023-11-30)} is taken as the day it begins with, {@code published 2026-03-10, effective date not seen} as unknown, and
 * the words are kept.
 *
 * @param day first day of the period given; null if unknown
 * @param precision of the day; unknown if there is none
 * @param words the cell's text if it is more than a date; empty otherwise
 */
record ListingDates(@Nullable LocalDate day, TimePrecision precision, String words) {

    private static final Pattern QUALIFIED =
            Pattern.compile("(\\d{4}(?:-\\d{2}(?:-\\d{2})?)?)[ ;,]+\\D.*", Pattern.DOTALL);
    private static final Pattern WORDS_FIRST = Pattern.compile("\\p{L}.*\\d{4}-\\d{2}-\\d{2}.*", Pattern.DOTALL);

    static ListingDates of(Cells cells, String column) {
        String text = cells.text(column);
        if (WORDS_FIRST.matcher(text).matches()) {
            return new ListingDates(null, TimePrecision.UNKNOWN, text);
        }
        Matcher qualified = QUALIFIED.matcher(text);
        boolean words = qualified.matches();
        EventDate date = Dates.listing(words ? qualified.group(1) : text, column);
        return date == null
                ? new ListingDates(null, TimePrecision.UNKNOWN, "")
                : new ListingDates(date.day(), date.precision(), words ? text : "");
    }
}
