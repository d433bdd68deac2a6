package org.vigia.screening.watchlist;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigia.events.Envelope;
import org.vigia.events.GoodsLine;
import org.vigia.schemas.substance.CasNumber;
import org.vigia.screening.identity.DeclaredCas;
import org.vigia.screening.identity.DeclaredText;

/** Which listed substance a goods line is, and what the lists say of it on a day; for whoever looks at history. */
public final class ListedGoods {

    private final GoodsMatcher matcher;

    public ListedGoods(WatchListIndex index, WatchListRules rules) {
        this.matcher = new GoodsMatcher(index, rules);
    }

    /**
     * A listed substance.
     *
     * @param substance CAS number of the entry, or its normalised name
     * @param name as the list names it
     * @param entryId the entry in force on the day whose threshold is given; empty if none is in force
     * @param thresholdKilograms the least threshold on that day in kilograms (a litre taken for one); null without one
     * @param namedCas CAS numbers of what the text names, if the line declares another and does not name that one too
     * @param hsCodes codes of the Harmonized System that the lists give, digits only
     */
    public record Listed(
            String substance,
            String name,
            String entryId,
            @Nullable Double thresholdKilograms,
            List<String> namedCas,
            List<String> hsCodes) {}

    /** What a line is, by CAS number first, then by name, then by what it is however it is spelled; empty if no list knows it, whatever the dates. */
    public Optional<Listed> of(GoodsLine goods, Envelope envelope) {
        Map<String, GoodsMatcher.Match> matches = matcher.matches(goods);
        if (matches.isEmpty()) {
            return Optional.empty();
        }
        String substance = matches.values().stream()
                .min(Comparator.comparingInt((GoodsMatcher.Match match) -> rank(match.by()))
                        .thenComparing(match -> match.listed().entry().getEntryId()))
                .orElseThrow()
                .listed()
                .substance()
                .substance();
        List<GoodsMatcher.Match> ofSubstance = matches.values().stream()
                .filter(match -> match.listed().substance().substance().equals(substance))
                .toList();
        List<ListedEntry> entries =
                ofSubstance.stream().map(GoodsMatcher.Match::listed).toList();
        Optional<Threshold> inForce = inForce(ofSubstance, ShipmentDays.of(envelope));
        return Optional.of(new Listed(
                substance,
                entries.getFirst().entry().getName(),
                inForce.map(Threshold::entryId).orElse(""),
                inForce.map(Threshold::kilograms).orElse(null),
                namedCas(goods, matches),
                entries.stream()
                        .flatMap(listed -> listed.entry().getHsCodes().stream())
                        .map(code -> code.replaceAll("\\D", ""))
                        .filter(code -> code.length() >= 2)
                        .distinct()
                        .sorted()
                        .toList()));
    }

    private record Threshold(String entryId, @Nullable Double kilograms) {}

    private static int rank(MatchedBy by) {
        return switch (by) {
            case MatchedBy.Cas cas -> 0;
            case MatchedBy.Name name -> 1;
            case MatchedBy.Identity identity -> 2;
        };
    }

    private static Optional<Threshold> inForce(List<GoodsMatcher.Match> matches, ShipmentDays days) {
        return matches.stream()
                .flatMap(match -> match.during(days).stream()
                        .map(period -> new Threshold(match.listed().entry().getEntryId(), kilograms(period))))
                .min(Comparator.comparing(
                        Threshold::kilograms, Comparator.nullsLast(Comparator.<Double>naturalOrder())));
    }

    private static @Nullable Double kilograms(InForce period) {
        return Measure.of(period.threshold())
                .filter(measure -> measure.kind() != Measure.Kind.COUNT)
                .map(Measure::amount)
                .map(BigDecimal::doubleValue)
                .orElse(null);
    }

    /** Nothing if the text also names the substance whose number is declared, as that of a mixture does. */
    private static List<String> namedCas(GoodsLine goods, Map<String, GoodsMatcher.Match> matches) {
        DeclaredText text = DeclaredText.of(goods.getDescription());
        boolean explained = matches.values().stream()
                .filter(match -> match.by() instanceof MatchedBy.Cas)
                .anyMatch(match -> match.listed().names().keySet().stream()
                        .anyMatch(name -> text.phrases().contains(name)));
        if (explained || goods.getCas() == null) {
            return List.of();
        }
        var declared = DeclaredCas.inCell(goods.getCas()).verified();
        TreeSet<String> named = new TreeSet<>();
        matches.values().stream()
                .filter(match -> match.by() instanceof MatchedBy.Name)
                .map(GoodsMatcher.Match::listed)
                .forEach(listed -> listed.cas().stream().map(CasNumber::value).forEach(named::add));
        return declared.isEmpty() || declared.stream().map(CasNumber::value).anyMatch(named::contains)
                ? List.of()
                : List.copyOf(named);
    }
}
