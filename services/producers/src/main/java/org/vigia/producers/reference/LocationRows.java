package org.vigia.producers.reference;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.vigia.events.ClaimStatus;
import org.vigia.events.Location;
import org.vigia.events.RejectionReason;
import org.vigia.producers.cell.Codes;
import org.vigia.producers.cell.Decimals;
import org.vigia.producers.cell.Quote;
import org.vigia.producers.cell.Texts;
import org.vigia.producers.claim.Batch;
import org.vigia.producers.claim.ClaimRows;
import org.vigia.producers.table.Columns;
import org.vigia.producers.table.Row;
import org.vigia.producers.table.RowRejection;

/**
 * Places of the UN/LOCODE directory: a row each, or several if a place has names in several languages. {@code functions}
 * are the eight signs of the directory, such as {@code 1-34----}.
 */
public final class LocationRows implements ListMapping {

    public static final Columns COLUMNS = Columns.required("country", "location", "name")
            .optional("subdivision", "functions", "place_status", "iata", "latitude", "longitude", "status");

    private static final Pattern LOCATION = Pattern.compile("[A-Z0-9]{3}");
    private static final Pattern FUNCTIONS = Pattern.compile("[0-8AB-]{8}");
    private static final int NONE = '-';

    @Override
    public String key(Row row, Batch batch) {
        Texts.required(row, "country");
        return Codes.country(row, "country")
                + matching(row, "location", LOCATION, "three letters or digits, for example ZLO");
    }

    @Override
    public void check(Row row, Batch batch) {
        Texts.required(row, "name");
        functions(row);
        latitude(row);
        longitude(row);
    }

    @Override
    public SpecificRecord event(ClaimRows rows, Batch batch) {
        Row first = rows.rows().stream()
                .min(Comparator.comparing((Row row) -> row.text("name")).thenComparing(Row::content))
                .orElseThrow();
        String country = Codes.country(first, "country");
        String subdivision = first.text("subdivision");
        Set<String> names = new TreeSet<>();
        rows.rows().forEach(row -> names.add(row.text("name")));
        names.remove(first.text("name"));
        return new Location(
                key(first, batch),
                country,
                first.text("name"),
                List.copyOf(names),
                subdivision.isEmpty() ? null : Codes.subdivision(country + "-" + subdivision),
                functions(first),
                Texts.orNull(first, "place_status"),
                Texts.orNull(first, "iata"),
                latitude(first),
                longitude(first),
                rows.status() == ClaimStatus.RETRACTED,
                batch.recordedAt(),
                batch.source(rows.line()));
    }

    private static @Nullable Double latitude(Row row) {
        return Decimals.between(row, "latitude", -90, 90);
    }

    private static @Nullable Double longitude(Row row) {
        return Decimals.between(row, "longitude", -180, 180);
    }

    private static List<String> functions(Row row) {
        if (!row.has("functions")) {
            return List.of();
        }
        return matching(row, "functions", FUNCTIONS, "eight signs, for example 1-34----")
                .chars()
                .filter(sign -> sign != NONE)
                .mapToObj(Character::toString)
                .distinct()
                .sorted()
                .toList();
    }

    private static String matching(Row row, String column, Pattern pattern, String form) {
        String text = Texts.required(row, column).toUpperCase(Locale.ROOT);
        if (!pattern.matcher(text).matches()) {
            throw new RowRejection(
                    RejectionReason.INVALID_CODE,
                    "Column " + column + " holds " + Quote.of(text) + ", and must be " + form
                            + ". Check whether the cells of the row stand in their columns.");
        }
        return text;
    }
}
