package org.vigia.screening.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigia.schemas.substance.CasNumber;

/**
 * A substance of the table: facts that public control lists and registries state, nothing else.
 *
 * @param id short name, unique in the table
 * @param name the name that lists use
 * @param cas its CAS numbers, the one of the substance itself first, then those of its salts and other forms
 * @param forms what the further CAS numbers stand for, such as {@code hydrochloride}
 * @param formula molecular formula in Hill order, empty for mixtures and plant material
 * @param smiles structure, if it has one
 * @param inchikey standard InChIKey of the structure
 * @param hs HS subheading, six digits, or empty
 * @param ownHeading whether that subheading holds this substance and its salts and nothing else
 * @param families what it is used for, as the UN tables group them
 * @param lists codes of the lists it is on; {@code docs/identity.md} explains them
 * @param names all names in all languages
 * @param source public source of the row
 */
public record KnownSubstance(
        String id,
        String name,
        List<CasNumber> cas,
        Map<CasNumber, String> forms,
        String formula,
        @Nullable String smiles,
        @Nullable String inchikey,
        String hs,
        boolean ownHeading,
        Set<String> families,
        Set<String> lists,
        List<KnownName> names,
        String source) {

    /** How far a name tells a substance. */
    enum Strength {
        /** A chemical name. */
        NAME,
        /** A name in pinyin, whose short syllables other words come near to. */
        ROMANISED,
        /** A trade or street name, which other goods may share. */
        TRADE,
        /** A name that also stands for something else; only the whole text may mean it. */
        AMBIGUOUS
    }

    /** A name as the table spells it. */
    record KnownName(String text, Strength strength) {}

    public KnownSubstance {
        cas = List.copyOf(cas);
        forms = Map.copyOf(forms);
        families = Set.copyOf(families);
        lists = Set.copyOf(lists);
        names = List.copyOf(names);
    }

    /** CAS number of the substance itself, if it has one. */
    public @Nullable CasNumber baseCas() {
        return cas.isEmpty() ? null : cas.getFirst();
    }

    /**
     * Whether a salt of it counts as the substance: it holds nitrogen, or is an organic acid, and the lists that it is
     * on speak of salts. Table II excludes the salts of hydrochloric and sulfuric acid.
     */
    boolean saltsCount() {
        return formula.startsWith("C")
                && (formula.contains("N") || name.endsWith("acid"))
                && lists.stream()
                        .anyMatch(list -> list.matches("UN-I|UN-II|UN61.*|UN71.*|DEA-I|CSA.*|US-SSL|CA-V|EU-1"));
    }
}
