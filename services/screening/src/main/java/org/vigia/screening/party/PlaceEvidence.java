package org.vigia.screening.party;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.vigia.events.Party;
import org.vigia.events.PartyAddress;
import org.vigia.events.SanctionedParty;

/** What the places of a declared and a listed party say about whether they are one. */
public enum PlaceEvidence {
    SAME_ADDRESS(3, "The declared address is one that the list gives for it."),
    SAME_TOWN(2, "The declared address is in a town that the list gives for it."),
    SAME_COUNTRY(1, "The declared country is one that the list gives for it."),
    UNKNOWN(0, "Places could not be compared, because the declaration or the list gives none."),
    OTHER_COUNTRY(-1, "The declared country is none that the list gives for it, which speaks against it.");

    /** Steps of the strongest evidence for a match. */
    static final int MOST_STEPS = 3;

    private final int steps;
    private final String sentence;

    PlaceEvidence(int steps, String sentence) {
        this.steps = steps;
        this.sentence = sentence;
    }

    int steps() {
        return steps;
    }

    String sentence() {
        return sentence;
    }

    /** @param sameAddress whether the declared address was found among the listed ones */
    static PlaceEvidence of(Party declared, SanctionedParty listed, boolean sameAddress) {
        if (sameAddress) {
            return SAME_ADDRESS;
        }
        Set<String> words = ListedAddresses.words(declared.getAddress());
        Set<String> countries = new HashSet<>();
        for (PartyAddress address : listed.getAddresses()) {
            Set<String> town = ListedAddresses.words(address.getCity());
            if (!town.isEmpty() && words.containsAll(town)) {
                return SAME_TOWN;
            }
            countries.add(Objects.requireNonNullElse(address.getCountry(), ""));
        }
        countries.remove("");
        String country = declared.getCountry();
        if (country == null || country.isBlank() || countries.isEmpty()) {
            return UNKNOWN;
        }
        return countries.contains(country) ? SAME_COUNTRY : OTHER_COUNTRY;
    }
}
