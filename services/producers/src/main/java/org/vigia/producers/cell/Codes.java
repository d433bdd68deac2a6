package org.vigia.producers.cell;

import java.util.Currency;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigia.events.RejectionReason;
import org.vigia.producers.table.Cells;
import org.vigia.producers.table.RowRejection;
import org.vigia.schemas.substance.CasNumber;

/** Codes of international standards. */
public final class Codes {

    /** ISO 3166-1 alpha-2, and XZ, which UN/LOCODE uses for international waters. */
    private static final Set<String> COUNTRIES = countries();

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final Pattern TICKER = Pattern.compile("[A-Z0-9]{2,10}");
    private static final Pattern SUBDIVISION = Pattern.compile("([A-Z]{2})-[A-Z0-9]{1,3}");
    private static final Pattern LOCODE = Pattern.compile("[A-Z]{2} ?[A-Z0-9]{3}");

    private static final Memo<Optional<String>> SUBDIVISIONS = new Memo<>();

    private Codes() {}

    /** A country; empty if the cell is. */
    public static String country(Cells cells, String column) {
        String code = cells.text(column).toUpperCase(Locale.ROOT);
        if (!code.isEmpty() && !COUNTRIES.contains(code)) {
            throw new RowRejection(
                    RejectionReason.INVALID_CODE,
                    "Column " + column + " holds " + Quote.of(cells.text(column))
                            + ", which is no country code. Use two letters of ISO 3166-1, for example MX.");
        }
        return code;
    }

    /** Whether a text is the code of a country, in capitals. */
    public static boolean isCountry(String text) {
        return COUNTRIES.contains(text);
    }

    /** An ISO 3166-2 code if the text is one, else null. */
    public static @Nullable String subdivision(String text) {
        return SUBDIVISIONS.of(text, Codes::readSubdivision).orElse(null);
    }

    private static Optional<String> readSubdivision(String text) {
        String code = text.toUpperCase(Locale.ROOT);
        return Optional.of(code)
                .filter(SUBDIVISION.asMatchPredicate())
                .filter(matching -> COUNTRIES.contains(matching.substring(0, 2)));
    }

    /**
     * A UN/LOCODE without blank if the text is one, else null. Names such as TOKYO look like codes, so the country must
     * agree where it is known.
     *
     * @param country ISO 3166-1 alpha-2, or empty if unknown
     */
    public static @Nullable String locode(String text, String country) {
        if (!LOCODE.matcher(text).matches()) {
            return null;
        }
        String ofCode = text.substring(0, 2);
        boolean agrees = country.isEmpty() ? COUNTRIES.contains(ofCode) : country.equals(ofCode);
        return agrees ? text.replace(" ", "") : null;
    }

    /** A currency of ISO 4217; null if the cell is empty. */
    public static @Nullable String currency(Cells cells, String column) {
        String code = cells.text(column).toUpperCase(Locale.ROOT);
        if (code.isEmpty()) {
            return null;
        }
        if (!CURRENCIES.contains(code)) {
            throw new RowRejection(
                    RejectionReason.INVALID_CODE,
                    "Column " + column + " holds " + Quote.of(cells.text(column))
                            + ", which is no currency code. Use three letters of ISO 4217, for example MXN.");
        }
        return code;
    }

    /** The ticker of a cryptocurrency, or a currency; null if the cell is empty. */
    public static @Nullable String ticker(Cells cells, String column) {
        String code = cells.text(column).toUpperCase(Locale.ROOT);
        if (code.isEmpty() || TICKER.matcher(code).matches()) {
            return code.isEmpty() ? null : code;
        }
        throw new RowRejection(
                RejectionReason.INVALID_CODE,
                "Column " + column + " holds " + Quote.of(cells.text(column))
                        + ", which is no ticker. Use two to ten letters, for example BTC.");
    }

    /** A CAS number whose check digit must be right, as on a list that others are judged by; null if empty. */
    public static @Nullable String checkedCas(Cells cells, String column) {
        String cas = cells.text(column);
        if (cas.isEmpty()) {
            return null;
        }
        try {
            return new CasNumber(cas).value();
        } catch (IllegalArgumentException e) {
            throw new RowRejection(
                    RejectionReason.INVALID_CODE,
                    "Column " + column + ": " + e.getMessage() + ". Correct the CAS number, or leave it empty.");
        }
    }

    private static Set<String> countries() {
        Set<String> countries = new HashSet<>(Set.of(Locale.getISOCountries()));
        countries.add("XZ");
        return Set.copyOf(countries);
    }
}
