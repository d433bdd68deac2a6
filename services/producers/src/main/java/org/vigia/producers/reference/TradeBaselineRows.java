package org.vigia.producers.reference;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.vigia.events.ClaimStatus;
import org.vigia.events.RejectionReason;
import org.vigia.events.TradeBaseline;
import org.vigia.events.TradeFlow;
import org.vigia.producers.cell.Choices;
import org.vigia.producers.cell.Codes;
import org.vigia.producers.cell.Decimals;
import org.vigia.producers.cell.Quote;
import org.vigia.producers.cell.Texts;
import org.vigia.producers.claim.Batch;
import org.vigia.producers.claim.RowMapping;
import org.vigia.producers.table.Columns;
import org.vigia.producers.table.Row;
import org.vigia.producers.table.RowRejection;

/** Yearly trade by heading of the Harmonized System, a row for each reporter, heading, flow and year. */
public final class TradeBaselineRows implements RowMapping {

    public static final Columns COLUMNS = Columns.required("reporter", "hs_code", "flow", "year")
            .optional("country", "commodity", "value", "currency", "kilograms", "litres", "status");

    private static final Pattern HEADING = Pattern.compile("\\d{2}(\\d{2}){0,2}");
    private static final Pattern YEAR = Pattern.compile("(19|20|21)\\d{2}");

    @Override
    public SpecificRecord event(Row row, Batch batch) {
        String reporter = Texts.required(row, "reporter");
        String heading = matching(row, "hs_code", HEADING, "two to six digits of the Harmonized System");
        Texts.required(row, "flow");
        TradeFlow flow = Choices.of(row, "flow", TradeFlow.class, TradeFlow.UNKNOWN);
        String year = matching(row, "year", YEAR, "a year such as 2022");
        String country = row.text("country");
        return new TradeBaseline(
                Texts.normalise(reporter).replace("/", "%2f") + "/" + heading + "/" + flow + "/" + year,
                reporter,
                Codes.isCountry(country) ? country : null,
                heading,
                Texts.orNull(row, "commodity"),
                flow,
                Integer.parseInt(year),
                canonical(row, "value"),
                Codes.currency(row, "currency"),
                canonical(row, "kilograms"),
                canonical(row, "litres"),
                Choices.status(row) == ClaimStatus.RETRACTED,
                batch.recordedAt(),
                batch.source(row.line()));
    }

    private static @Nullable String canonical(Row row, String column) {
        BigDecimal number = Decimals.notNegative(row, column);
        return number == null ? null : Decimals.canonical(number);
    }

    private static String matching(Row row, String column, Pattern pattern, String form) {
        String text = Texts.required(row, column);
        if (!pattern.matcher(text).matches()) {
            throw new RowRejection(
                    RejectionReason.INVALID_CODE,
                    "Column " + column + " holds " + Quote.of(text) + ", and must be " + form + ". Correct it.");
        }
        return text;
    }
}
