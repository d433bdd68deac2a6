package org.vigia.screening.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigia.events.Jurisdiction;

/** Who controls which place, and when. */
public final class Jurisdictions {

    /** No jurisdictions. */
    public static final Jurisdictions EMPTY = new Jurisdictions();

    private final Map<String, List<Jurisdiction>> byLocode = new HashMap<>();
    private final Map<String, List<Jurisdiction>> byPlace = new HashMap<>();

    private Jurisdictions() {}

    /** Those that are not withdrawn. */
    public static Jurisdictions of(Collection<Jurisdiction> all) {
        Jurisdictions jurisdictions = new Jurisdictions();
        all.stream()
                .filter(jurisdiction -> !jurisdiction.getWithdrawn())
                .sorted(Comparator.comparing(Jurisdiction::getJurisdictionId))
                .forEach(jurisdictions::add);
        return jurisdictions;
    }

    private void add(Jurisdiction jurisdiction) {
        if (jurisdiction.getLocode() != null) {
            byLocode.computeIfAbsent(jurisdiction.getLocode(), ignored -> new ArrayList<>())
                    .add(jurisdiction);
        }
        byPlace.computeIfAbsent(place(jurisdiction.getCountry(), jurisdiction.getPlace()), ignored -> new ArrayList<>())
                .add(jurisdiction);
    }

    private static String place(String country, String name) {
        return country + "|" + Keys.of(name);
    }

    /**
     * Those of a place on a day, by UN/LOCODE or else by country and name.
     *
     * @param locode may be empty
     * @param place may be empty
     */
    public List<Jurisdiction> of(String country, String locode, String place, LocalDate day) {
        List<Jurisdiction> there = byLocode.getOrDefault(locode, List.of());
        if (there.isEmpty() && !place.isBlank()) {
            there = byPlace.getOrDefault(place(country, place), List.of());
        }
        return there.stream().filter(jurisdiction -> isValid(jurisdiction, day)).toList();
    }

    private static boolean isValid(Jurisdiction jurisdiction, LocalDate day) {
        LocalDate from = jurisdiction.getValidFrom();
        LocalDate until = jurisdiction.getValidUntil();
        return (from == null || !from.isAfter(day)) && (until == null || day.isBefore(until));
    }
}
