package org.vigia.producers.reference;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.vigia.events.ClaimStatus;
import org.vigia.events.ListingPeriod;
import org.vigia.events.RejectionReason;
import org.vigia.events.WatchListEntry;
import org.vigia.producers.cell.Quantities;
import org.vigia.producers.cell.Texts;
import org.vigia.producers.claim.Batch;
import org.vigia.producers.claim.ClaimRows;
import org.vigia.producers.claim.GroupMapping;
import org.vigia.producers.table.Columns;
import org.vigia.producers.table.OverlaidRow;
import org.vigia.producers.table.Row;
import org.vigia.producers.table.RowRejection;

/**
 * Watch lists: a row per listing of a substance or class on a list. Rows of the same authority and list with the same
 * CAS number, or without one the same name, are one entry listed in several periods, each with its own threshold and
 * class rule. {@code listed_until} is exclusive: the first day on which the listing is no longer in force.
 *
 * <p>A row with several CAS numbers makes an entry for each. One without a right CAS number goes by its names, and says
 * so in its confidence: a doubtful number must not keep a substance off the list.
 */
public final class WatchListRows implements ListMapping {

    private static final String CAS = "cas";
    private static final String CONFIDENCE = "confidence";

    public static final Columns COLUMNS = Columns.required("authority", "list", "name")
            .optional(CAS, "synonyms", "class_rule", "threshold", "threshold_unit", "hs_codes", "listed_from")
            .optional("listed_until", "source", "name_es", CONFIDENCE, "status");

    private static final Comparator<ListingPeriod> BY_DATE = Comparator.comparing(
                    ListingPeriod::getListedFrom, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(ListingPeriod::getListedUntil, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(ListingPeriod::getReference, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(ListingPeriod::getPrecision)
            .thenComparing(ListingPeriod::getClassRule, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(ListingPeriod::getThreshold, Comparator.nullsFirst(Comparator.naturalOrder()));

    @Override
    public List<Row> split(Row row) {
        ListedCas cas = ListedCas.of(row.text(CAS));
        List<String> numbers = cas.numbers().isEmpty() ? List.of("") : cas.numbers();
        return numbers.stream()
                .map(number ->
                        (Row) new OverlaidRow(row, Map.of(CAS, number, CONFIDENCE, confidence(row, cas.doubt()))))
                .toList();
    }

    private static String confidence(Row row, String doubt) {
        String stated = row.text(CONFIDENCE);
        if (stated.isEmpty() || doubt.isEmpty()) {
            return stated + doubt;
        }
        return stated + (stated.endsWith(".") ? " " : ". ") + doubt;
    }

    @Override
    public String key(Row row, Batch batch) {
        String cas = row.text(CAS);
        String what = cas.isEmpty() ? Texts.required(row, "name") : cas;
        return name(Texts.required(row, "authority")) + "/" + name(Texts.required(row, "list")) + "/" + name(what);
    }

    private static String name(String text) {
        return Texts.normalise(text).replace("/", "%2f");
    }

    /** The period: one and the same cannot have two thresholds. */
    @Override
    public String part(Row row) {
        ListingPeriod period = period(row);
        return GroupMapping.part(
                Objects.toString(period.getListedFrom(), ""), Objects.toString(period.getListedUntil(), ""));
    }

    @Override
    public String agreed(Row row) {
        return Objects.toString(Quantities.of(row, "threshold", "threshold_unit"), "");
    }

    @Override
    public void check(Row row, Batch batch) {
        Texts.required(row, "name");
        period(row);
    }

    @Override
    public SpecificRecord event(ClaimRows rows, Batch batch) {
        Row first = rows.rows().getFirst();
        String name = name(rows);
        return new WatchListEntry(
                key(first, batch),
                first.text("authority"),
                first.text("list"),
                name,
                Texts.orNull(first, CAS),
                synonyms(rows, name),
                rows.union("hs_codes"),
                rows.rows().stream().map(WatchListRows::period).sorted(BY_DATE).toList(),
                rows.joined("confidence"),
                rows.status() == ClaimStatus.RETRACTED,
                batch.recordedAt(),
                batch.source(rows.line()));
    }

    /** Rows may name the entry differently; the first in alphabetical order names it, the others are synonyms. */
    private static String name(ClaimRows rows) {
        return rows.rows().stream()
                .map(row -> row.text("name"))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static List<String> synonyms(ClaimRows rows, String name) {
        Set<String> synonyms = new TreeSet<>(rows.union("synonyms"));
        synonyms.addAll(rows.union("name_es"));
        rows.rows().forEach(row -> synonyms.add(row.text("name")));
        synonyms.remove(name);
        return List.copyOf(synonyms);
    }

    private static ListingPeriod period(Row row) {
        ListingDates from = ListingDates.of(row, "listed_from");
        ListingDates until = ListingDates.of(row, "listed_until");
        if (from.day() != null && until.day() != null && until.day().isBefore(from.day())) {
            throw new RowRejection(
                    RejectionReason.INVALID_DATE,
                    "Column listed_until (" + until.day() + ") lies before listed_from (" + from.day()
                            + "). Correct one of them.");
        }
        return new ListingPeriod(
                from.day(),
                from.precision(),
                until.day(),
                Quantities.of(row, "threshold", "threshold_unit"),
                Texts.orNull(row, "class_rule"),
                reference(row, from, until),
                row.line());
    }

    private static @Nullable String reference(Row row, ListingDates from, ListingDates until) {
        StringBuilder reference = new StringBuilder(row.text("source"));
        for (String words : List.of(from.words(), until.words())) {
            if (!words.isEmpty()) {
                reference
                        .append(reference.isEmpty() ? "" : "; ")
                        .append("date as stated: ")
                        .append(words);
            }
        }
        return reference.isEmpty() ? null : reference.toString();
    }
}
