package org.vigia.producers.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigia.producers.cell.Quote;
import org.vigia.schemas.substance.CasNumber;

/**
 * What the CAS cell of a list says.
 *
 * @param numbers the numbers with a right check digit, sorted
 * @param doubt what is doubtful about the cell, in sentences; empty if nothing is
 */
record ListedCas(List<String> numbers, String doubt) {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\d-])\\d{2,10}-\\d{2}-\\d(?![\\d-])");

    static ListedCas of(String cell) {
        Set<String> numbers = new TreeSet<>();
        List<String> doubts = new ArrayList<>();
        Matcher found = NUMBER.matcher(cell);
        while (found.find()) {
            CasNumber.parse(found.group())
                    .ifPresentOrElse(
                            number -> numbers.add(number.value()),
                            () -> doubts.add("The CAS number " + found.group()
                                    + " of the source fails its check digit and was left out."));
        }
        if (numbers.isEmpty() && !cell.isEmpty()) {
            // A bar would separate values.
            String shown = Quote.of(cell.replace('|', ','));
            doubts.add("The source gives no valid CAS number (" + shown + "), so the entry goes by its names.");
        } else if (numbers.size() > 1) {
            doubts.add("The source gives several CAS numbers for one name: " + String.join(", ", numbers) + ".");
        }
        return new ListedCas(List.copyOf(numbers), String.join(" ", doubts));
    }
}
