package org.vigia.screening.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigia.screening.state.Observation;

/** Contradictions that a declaration shows by itself, or against the list entry of its substance. */
final class Contradictions {

    private static final String PACKAGES_LEAST = "packages_least";
    private static final String PACKAGES_MOST = "packages_most";
    private static final String TABLET_LEAST = "tablet_least";
    private static final String TABLET_MOST = "tablet_most";

    /** A comma for a point, or the other way round, in a number with three digits behind it. */
    private static final int SLIP = 1000;

    private static final int GRAMS_A_KILOGRAM = 1000;
    private static final int CHAPTER = 2;

    private Contradictions() {}

    static List<Contradiction> within(Observation claim, Settings settings) {
        List<Contradiction> found = new ArrayList<>();
        cas(claim).ifPresent(found::add);
        heading(claim).ifPresent(found::add);
        packages(claim, settings).ifPresent(found::add);
        tablets(claim, settings).ifPresent(found::add);
        laboratory(claim).ifPresent(found::add);
        return found;
    }

    private static Optional<Contradiction> cas(Observation claim) {
        if (claim.getNamedCas().isEmpty() || claim.getCas().isEmpty()) {
            return Optional.empty();
        }
        String listed = String.join(" or ", claim.getNamedCas());
        return Optional.of(new Contradiction(
                "CAS",
                "Its text names %s, whose CAS number on the list is %s; the CAS number declared is %s, which belongs to another substance."
                        .formatted(claim.getSubstanceName(), listed, claim.getCas()),
                Map.of("declaredCas", claim.getCas(), "listedCas", listed),
                Optional.of("list entry of " + claim.getSubstance()),
                List.of()));
    }

    private static Optional<Contradiction> heading(Observation claim) {
        if (claim.getHs().length() < CHAPTER || claim.getListedHs().isEmpty()) {
            return Optional.empty();
        }
        String chapter = chapter(claim.getHs());
        if (claim.getListedHs().stream().map(Contradictions::chapter).anyMatch(chapter::equals)) {
            return Optional.empty();
        }
        String listed = String.join(" or ", claim.getListedHs());
        return Optional.of(new Contradiction(
                "HS",
                "The code of the Harmonized System declared is %s, of chapter %s; the list gives %s for %s."
                        .formatted(claim.getHs(), chapter, listed, claim.getSubstanceName()),
                Map.of("declaredHs", claim.getHs(), "listedHs", listed),
                Optional.of("list entry of " + claim.getSubstance()),
                List.of()));
    }

    static String chapter(String hs) {
        return hs.substring(0, CHAPTER);
    }

    private static Optional<Contradiction> packages(Observation claim, Settings settings) {
        Double kilograms = claim.getKilograms();
        Double packed = claim.getPacked();
        if (kilograms == null || packed == null || kilograms <= 0) {
            return Optional.empty();
        }
        double filled = kilograms / packed;
        if (plausible(filled, settings, PACKAGES_LEAST, PACKAGES_MOST)) {
            return Optional.empty();
        }
        return Optional.of(new Contradiction(
                "PACKAGES",
                "The quantity declared is %s, and the packages declared, %s, hold %s.%s"
                        .formatted(
                                Words.kilograms(kilograms),
                                Words.quoted(claim.getPackages()),
                                Words.kilograms(packed),
                                slip(filled, kilograms, "kg", settings, PACKAGES_LEAST, PACKAGES_MOST)),
                Map.of("packages", claim.getPackages(), "packed", Words.kilograms(packed)),
                Optional.empty(),
                List.of(PACKAGES_LEAST, PACKAGES_MOST)));
    }

    private static Optional<Contradiction> tablets(Observation claim, Settings settings) {
        Double kilograms = claim.getKilograms();
        Double tablets = claim.getTablets();
        if (kilograms == null || tablets == null || kilograms <= 0 || tablets <= 0) {
            return Optional.empty();
        }
        double grams = kilograms * GRAMS_A_KILOGRAM / tablets;
        if (plausible(grams, settings, TABLET_LEAST, TABLET_MOST)) {
            return Optional.empty();
        }
        return Optional.of(new Contradiction(
                "TABLETS",
                "%s tablets of %s in all would weigh %s g each; tablets weigh from %s to %s g.%s"
                        .formatted(
                                Words.number(tablets),
                                Words.kilograms(kilograms),
                                Words.number(grams),
                                Words.number(settings.number(TABLET_LEAST)),
                                Words.number(settings.number(TABLET_MOST)),
                                slip(grams, kilograms, "kg", settings, TABLET_LEAST, TABLET_MOST)),
                Map.of("tablets", Words.number(tablets), "gramsATablet", Words.number(grams)),
                Optional.empty(),
                List.of(TABLET_LEAST, TABLET_MOST)));
    }

    private static Optional<Contradiction> laboratory(Observation claim) {
        if (!LaboratoryResult.contradicts(claim.getSubstanceName(), claim.getLaboratoryResult())) {
            return Optional.empty();
        }
        return Optional.of(new Contradiction(
                "LABORATORY",
                "It was seized as %s; the laboratory says %s."
                        .formatted(Words.quoted(claim.getSubstanceName()), Words.quoted(claim.getLaboratoryResult())),
                Map.of("laboratoryResult", claim.getLaboratoryResult()),
                Optional.empty(),
                List.of()));
    }

    private static boolean plausible(double value, Settings settings, String least, String most) {
        return value >= settings.number(least) && value <= settings.number(most);
    }

    /** Says so if a thousand times or a thousandth of the quantity would be plausible. */
    private static String slip(
            double value, double quantity, String unit, Settings settings, String least, String most) {
        if (plausible(value * SLIP, settings, least, most)) {
            return " %s %s would agree, so that a decimal sign may have been misread."
                    .formatted(Words.number(quantity * SLIP), unit);
        }
        return plausible(value / SLIP, settings, least, most)
                ? " %s %s would agree, so that a decimal sign may have been misread."
                        .formatted(Words.number(quantity / SLIP), unit)
                : "";
    }
}
