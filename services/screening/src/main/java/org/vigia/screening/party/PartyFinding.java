package org.vigia.screening.party;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigia.events.Party;
import org.vigia.events.SanctionedParty;

/**
 * A listed party in a shipment, with everything it rests on.
 *
 * @param involved in which roles, in their order, at least one
 */
public record PartyFinding(SanctionedParty listed, List<Involved> involved) {

    public PartyFinding {
        involved = List.copyOf(involved);
        if (involved.isEmpty()) {
            throw new IllegalArgumentException("A finding rests on at least one party of the shipment");
        }
    }

    /** The same party with the roles of both findings. */
    PartyFinding and(PartyFinding other) {
        return new PartyFinding(
                listed,
                Stream.concat(involved.stream(), other.involved.stream()).toList());
    }

    /** The greatest of the scores. */
    public double score() {
        return involved.stream()
                .max(Comparator.comparingDouble(Involved::score))
                .orElseThrow()
                .score();
    }

    /**
     * A party of the shipment that is like the listed one.
     *
     * @param match by name; null if only the address is the same
     * @param score from 0 to 1, with the evidence of places; of an address alone the threshold
     */
    public record Involved(
            Role role, Party declared, @Nullable PartyMatch match, PlaceEvidence place, double score) {}
}
