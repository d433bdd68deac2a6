package org.vigia.screening.watchlist;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigia.schemas.substance.CasNumber;
import org.vigia.screening.identity.ClassRule;
import org.vigia.screening.identity.Identification;

/** What a goods line and a list entry have in common. */
public sealed interface MatchedBy {

    /**
     * The CAS number, check digit verified.
     *
     * @param inDescription whether it was found in the description, not in the field for it
     */
    record Cas(CasNumber cas, boolean inDescription) implements MatchedBy {}

    /**
     * The name, spelled alike after normalising.
     *
     * @param listedName the name or synonym as the list spells it
     * @param wholeText whether it is the whole description, not a separated phrase of it
     * @param failedCas CAS numbers that the line declares and that fail their check digit
     * @param otherCas valid CAS numbers that the line declares and the entry does not have
     */
    record Name(String listedName, boolean wholeText, Set<String> failedCas, Set<CasNumber> otherCas)
            implements MatchedBy {}

    /**
     * The identity of the goods, which the list entry names otherwise than they are declared.
     *
     * @param identification what the goods are, and why
     * @param rule the class that the entry lists and the goods belong to; absent if the entry names the substance
     */
    record Identity(Identification identification, @Nullable ClassRule rule) implements MatchedBy {}
}
