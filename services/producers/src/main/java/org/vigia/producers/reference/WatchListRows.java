package org.vigia.producers.reference;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.vigia.events.ClaimStatus;
import org.vigia.events.ListingPeriod;
import org.vigia.events.RejectionReason;
import org.vigia.events.WatchListEntry;
import org.vigia.producers.cell.Choices;
import org.vigia.producers.cell.Codes;
import org.vigia.producers.cell.Quantities;
import org.vigia.producers.cell.Texts;
import org.vigia.producers.claim.Batch;
import org.vigia.producers.claim.ClaimRows;
import org.vigia.producers.claim.GroupMapping;
import org.vigia.producers.table.Columns;
import org.vigia.producers.table.Row;
import org.vigia.producers.table.RowRejection;

/**
 * Watch lists: a row per listing of a substance or class on a list. Rows of the same authority and list with the same
 * CAS number, or without one the same name, are one entry listed in several periods.
 */
public final class WatchListRows implements GroupMapping {

    public static final Columns COLUMNS = Columns.required("authority", "list", "name")
            .optional("cas", "synonyms", "class_rule", "threshold", "threshold_unit", "hs_codes", "listed_from")
            .optional("listed_until", "source", "name_es", "confidence", "status");

    private static final Set<String> SHARED = Set.of("class_rule", "threshold", "threshold_unit");

    private static final Comparator<ListingPeriod> BY_DATE = Comparator.comparing(
                    ListingPeriod::getListedFrom, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(ListingPeriod::getListedUntil, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(ListingPeriod::getReference, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(ListingPeriod::getPrecision);

    @Override
    public String key(Row row, Batch batch) {
        String cas = row.text("cas");
        String what = cas.isEmpty() ? Texts.required(row, "name") : cas;
        return part(Texts.required(row, "authority")) + "/" + part(Texts.required(row, "list")) + "/" + part(what);
    }

    private static String part(String text) {
        return Texts.normalise(text).replace("/", "%2f");
    }

    @Override
    public ClaimStatus status(Row row) {
        return Choices.status(row);
    }

    @Override
    public Set<String> shared() {
        return SHARED;
    }

    @Override
    public boolean contradictionRevises() {
        return false;
    }

    @Override
    public void check(Row row, Batch batch) {
        Codes.checkedCas(row, "cas");
        Texts.required(row, "name");
        Quantities.of(row, "threshold", "threshold_unit");
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
                Texts.orNull(first, "cas"),
                synonyms(rows, name),
                Texts.orNull(rows, "class_rule"),
                Quantities.of(rows, "threshold", "threshold_unit"),
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
        return new ListingPeriod(from.day(), from.precision(), until.day(), reference(row, from, until), row.line());
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
