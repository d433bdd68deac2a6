package org.vigia.screening.party;

import org.vigia.events.SanctionedParty;

/**
 * A listed party that a name is like.
 *
 * @param name the name of the party that it is most like
 * @param score from 0 to 1, a weak alias already discounted
 */
public record PartyMatch(ListedName name, double score, NameComparison comparison) {

    public SanctionedParty party() {
        return name.party();
    }
}
