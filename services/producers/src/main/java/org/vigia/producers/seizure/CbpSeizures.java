package org.vigia.producers.seizure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import org.vigia.events.ClaimStatus;
import org.vigia.events.ConveyanceMode;
import org.vigia.events.Envelope;
import org.vigia.events.Handling;
import org.vigia.events.Place;
import org.vigia.events.RejectionReason;
import org.vigia.events.SeizedItem;
import org.vigia.events.Seizure;
import org.vigia.events.TimePrecision;
import org.vigia.events.TrafficLight;
import org.vigia.producers.cell.Dates;
import org.vigia.producers.cell.Decimals;
import org.vigia.producers.cell.EventDate;
import org.vigia.producers.cell.Quantities;
import org.vigia.producers.cell.Quote;
import org.vigia.producers.cell.Texts;
import org.vigia.producers.claim.Batch;
import org.vigia.producers.claim.RowMapping;
import org.vigia.producers.drug.DrugNames;
import org.vigia.producers.table.Blanks;
import org.vigia.producers.table.Columns;
import org.vigia.producers.table.Row;
import org.vigia.producers.table.RowRejection;

/**
 * Monthly figures of US Customs and Border Protection. Each row is a claim about one cell of its table: month,
 * component, region, land filter, area and drug. The fiscal year begins in October of the year before, so October of
 * fiscal year 2019 is 2018-10.
 */
public final class CbpSeizures implements RowMapping {

    private static final String YEAR = "FY";
    private static final String MONTH = "Month (abbv)";
    private static final String COMPONENT = "Component";
    private static final String REGION = "Region";
    private static final String LAND = "Land Filter";
    private static final String AREA = "Area of Responsibility";
    private static final String DRUG = "Drug Type";
    private static final String COUNT = "Count of Event";
    private static final String POUNDS = "Sum Qty (lbs)";

    public static final Columns COLUMNS = Columns.required(
                    YEAR, MONTH, COMPONENT, REGION, LAND, AREA, DRUG, COUNT, POUNDS)
            .alias("Branch", AREA)
            .alias("Month", MONTH);

    /** Releases of the same figures print the same double in different lengths; see {@link #declared}. */
    private static final MathContext FIRST_ROUNDING = new MathContext(13, RoundingMode.HALF_UP);

    private static final MathContext SECOND_ROUNDING = new MathContext(11, RoundingMode.HALF_UP);

    private static final Pattern FISCAL_YEAR = Pattern.compile("(20\\d{2})(\\s*\\(FYTD\\))?", Pattern.CASE_INSENSITIVE);
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final int OCTOBER = 10;
    private static final Pattern FOOTNOTE = Pattern.compile("\\*+$");
    private static final Handling HANDLING = new Handling(TrafficLight.CLEAR, null, List.of());

    private final String table;
    private final DrugNames drugs;
    private final Map<String, String> canonical = new ConcurrentHashMap<>();

    /**
     * Reads one of CBP's tables.
     *
     * @param table which one, part of the event id
     */
    public CbpSeizures(String table, DrugNames drugs) {
        this.table = table;
        this.drugs = drugs;
    }

    @Override
    public SpecificRecord event(Row row, Batch batch) {
        YearMonth month = month(row);
        Instant start = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Dates.notAfter(new EventDate(start, TimePrecision.MONTH), batch.asOf(), MONTH);
        String component = Texts.required(row, COMPONENT);
        String region = Texts.required(row, REGION);
        String land = land(Texts.required(row, LAND));
        String area = Texts.required(row, AREA);
        String drug = Texts.required(row, DRUG);
        String key = table + ":" + month + ":" + part(component) + ":" + part(region) + ":" + part(land) + ":"
                + part(area) + ":" + part(withoutFootnote(drug));

        Envelope envelope = new Envelope(
                batch.eventId(key),
                batch.partner(),
                batch.feed(),
                batch.recordedAt(),
                start,
                TimePrecision.MONTH,
                new Place("US", null, area, null, null, null, null),
                component,
                HANDLING,
                ClaimStatus.CONFIRMED,
                batch.source(row.line()));
        SeizedItem item = new SeizedItem(
                drug, substance(drug), null, null, Quantities.pounds(declared(row), POUNDS), null, null, null);
        Map<String, String> attributes = new TreeMap<>(row.unknown());
        attributes.put("region", region);
        attributes.put("landFilter", land);
        return new Seizure(
                envelope,
                List.of(item),
                List.of(),
                incidents(row),
                ConveyanceMode.UNKNOWN,
                null,
                null,
                null,
                null,
                null,
                attributes);
    }

    /**
     * The declared pounds without the noise of the double they were printed from: rounded half up to 13, then to 11
     * significant digits. In one step to 11 a finite decimal such as 0.123456789125 printed as ...124999 would fall on
     * either side of a rounding border; over the six files at hand two steps make all overlaps identical.
     */
    private static BigDecimal declared(Row row) {
        BigDecimal pounds = Decimals.notNegative(row, POUNDS);
        if (pounds == null) {
            throw missing(POUNDS);
        }
        return pounds.round(FIRST_ROUNDING).round(SECOND_ROUNDING);
    }

    private static int incidents(Row row) {
        Integer count = Decimals.count(row, COUNT);
        if (count == null) {
            throw missing(COUNT);
        }
        return count;
    }

    private static YearMonth month(Row row) {
        String year = Texts.required(row, YEAR);
        Matcher fiscal = FISCAL_YEAR.matcher(year);
        if (!fiscal.matches()) {
            throw new RowRejection(
                    RejectionReason.INVALID_DATE,
                    "Column " + YEAR + " holds " + Quote.of(year)
                            + ", which is no fiscal year. Write 2026 or 2026 (FYTD).");
        }
        String name = Texts.required(row, MONTH);
        String abbreviation = Texts.normalise(name);
        int month = MONTHS.indexOf(abbreviation.length() > 3 ? abbreviation.substring(0, 3) : abbreviation) + 1;
        if (month == 0) {
            throw new RowRejection(
                    RejectionReason.INVALID_DATE,
                    "Column " + MONTH + " holds " + Quote.of(name) + ", which is no month. Write OCT to SEP.");
        }
        int fiscalYear = Integer.parseInt(fiscal.group(1));
        return YearMonth.of(month >= OCTOBER ? fiscalYear - 1 : fiscalYear, month);
    }

    /** One table says Land Only where the other says Land. */
    private static String land(String filter) {
        return Texts.normalise(filter).equals("land") ? "Land Only" : filter;
    }

    private static String withoutFootnote(String drug) {
        return drug.endsWith("*") ? Blanks.strip(FOOTNOTE.matcher(drug).replaceAll("")) : drug;
    }

    private static String part(String text) {
        return Texts.normalise(text).replace(":", "%3a");
    }

    private String substance(String drug) {
        String known = canonical.get(drug);
        if (known != null) {
            return known;
        }
        String name = drugs.canonical(withoutFootnote(drug));
        if (drugs.knows(name)) {
            // Only names of the table are kept, so the memory is bounded whatever a file holds.
            canonical.put(drug, name);
        }
        return name;
    }

    private static RowRejection missing(String column) {
        return new RowRejection(
                RejectionReason.MISSING_VALUE, "Column " + column + " is empty, and a row needs it. Fill it in.");
    }
}
