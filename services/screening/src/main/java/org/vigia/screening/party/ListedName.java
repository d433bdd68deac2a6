package org.vigia.screening.party;

import org.vigia.events.SanctionedParty;

/** A name of a listed party, as the list spells it. */
public record ListedName(SanctionedParty party, String name, Standing standing) {

    /** What the list says of a name. */
    public enum Standing {
        PRIMARY,
        ALIAS,
        /** The list warns that it is shared by many. */
        WEAK_ALIAS
    }
}
