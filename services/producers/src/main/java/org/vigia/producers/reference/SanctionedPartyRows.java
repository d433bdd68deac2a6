package org.vigia.producers.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.vigia.events.AliasQuality;
import org.vigia.events.ClaimStatus;
import org.vigia.events.PartyAddress;
import org.vigia.events.PartyAlias;
import org.vigia.events.PartyKind;
import org.vigia.events.RejectionReason;
import org.vigia.events.SanctionedParty;
import org.vigia.producers.cell.Choices;
import org.vigia.producers.cell.Codes;
import org.vigia.producers.cell.Texts;
import org.vigia.producers.claim.Batch;
import org.vigia.producers.claim.ClaimRows;
import org.vigia.producers.table.Columns;
import org.vigia.producers.table.Row;
import org.vigia.producers.table.RowRejection;

/**
 * Parties on sanctions lists. Rows of the same list and entry are one party: each may add names, addresses and remarks, so
 * that lists which come as several files, or with a row for each address, are put together. {@code listed_until} is the
 * first day on which the listing is no longer in force.
 */
public final class SanctionedPartyRows implements ListMapping {

    public static final Columns COLUMNS = Columns.required("list", "entry")
            .optional("kind", "name", "programmes", "aliases", "strong_aliases", "weak_aliases", "former_names")
            .optional("alias", "alias_type", "street", "city", "country", "addresses", "owners", "remarks")
            .optional("more_remarks", "listed_from", "listed_until", "status");

    @Override
    public String key(Row row, Batch batch) {
        return part(Texts.required(row, "list")) + "/" + part(Texts.required(row, "entry"));
    }

    private static String part(String text) {
        return Texts.normalise(text).replace("/", "%2f");
    }

    @Override
    public void check(Row row, Batch batch) {
        kind(row);
        ListingDates.of(row, "listed_from");
        ListingDates.of(row, "listed_until");
    }

    @Override
    public SpecificRecord event(ClaimRows rows, Batch batch) {
        boolean withdrawn = rows.status() == ClaimStatus.RETRACTED;
        Row first = rows.rows().getFirst();
        String name = first(rows, row -> row.text("name"));
        if (name.isEmpty() && !withdrawn) {
            throw new RowRejection(
                    RejectionReason.MISSING_VALUE,
                    "Column name is empty in every row of " + key(first, batch) + ". Give the name of the party.");
        }
        return new SanctionedParty(
                key(first, batch),
                first.text("list"),
                rows.rows().stream()
                        .map(SanctionedPartyRows::kind)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                name,
                rows.union("programmes"),
                aliases(rows, name),
                addresses(rows),
                rows.union("owners"),
                remarks(rows),
                day(rows, "listed_from", Comparator.reverseOrder()),
                day(rows, "listed_until", Comparator.naturalOrder()),
                withdrawn,
                batch.recordedAt(),
                batch.source(rows.line()));
    }

    private static PartyKind kind(Row row) {
        return Choices.of(row, "kind", PartyKind.class, PartyKind.UNKNOWN);
    }

    /** The first text in alphabetical order, so that the order of rows does not matter; empty if there is none. */
    private static String first(ClaimRows rows, Function<Row, String> text) {
        return rows.rows().stream()
                .map(text)
                .filter(found -> !found.isEmpty())
                .min(Comparator.naturalOrder())
                .orElse("");
    }

    private static List<PartyAlias> aliases(ClaimRows rows, String name) {
        List<PartyAlias> aliases = new ArrayList<>();
        for (Row row : rows.rows()) {
            if (row.has("alias")) {
                aliases.add(new PartyAlias(row.text("alias"), AliasQuality.UNKNOWN, Texts.orNull(row, "alias_type")));
            }
        }
        add(aliases, rows.union("aliases"), AliasQuality.UNKNOWN, "aka");
        add(aliases, rows.union("strong_aliases"), AliasQuality.STRONG, "aka");
        add(aliases, rows.union("weak_aliases"), AliasQuality.WEAK, "aka");
        add(aliases, rows.union("former_names"), AliasQuality.UNKNOWN, "fka");
        rows.rows().stream()
                .map(row -> row.text("name"))
                .filter(other -> !other.isEmpty() && !other.equals(name))
                .forEach(other -> aliases.add(new PartyAlias(other, AliasQuality.STRONG, "aka")));
        return List.copyOf(new TreeSet<>(aliases));
    }

    private static void add(List<PartyAlias> aliases, List<String> names, AliasQuality quality, String type) {
        names.forEach(name -> aliases.add(new PartyAlias(name, quality, type)));
    }

    private static List<PartyAddress> addresses(ClaimRows rows) {
        Set<PartyAddress> addresses = new TreeSet<>();
        rows.union("addresses").forEach(text -> addresses.add(new PartyAddress(text, null, null)));
        for (Row row : rows.rows()) {
            if (row.has("street") || row.has("city") || row.has("country")) {
                addresses.add(address(row));
            }
        }
        return List.copyOf(addresses);
    }

    /** A country that has no code stays with the street, so that nothing is lost. */
    private static PartyAddress address(Row row) {
        String country = row.text("country");
        boolean code = Codes.isCountry(country);
        String street = row.text("street");
        String text = code || country.isEmpty() ? street : street.isEmpty() ? country : street + ", " + country;
        return new PartyAddress(text.isEmpty() ? null : text, Texts.orNull(row, "city"), code ? country : null);
    }

    /** Remarks may go on in another row, in the middle of a word. */
    private static @Nullable String remarks(ClaimRows rows) {
        String remarks = first(rows, row -> row.text("remarks")) + first(rows, row -> row.text("more_remarks"));
        return remarks.isEmpty() ? null : remarks;
    }

    private static @Nullable LocalDate day(ClaimRows rows, String column, Comparator<LocalDate> order) {
        return rows.rows().stream()
                .map(row -> ListingDates.of(row, column).day())
                .filter(Objects::nonNull)
                .max(order)
                .orElse(null);
    }
}
