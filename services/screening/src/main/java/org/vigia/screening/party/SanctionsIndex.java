package org.vigia.screening.party;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.vigia.events.AliasQuality;
import org.vigia.events.PartyAlias;
import org.vigia.events.PartyKind;
import org.vigia.events.SanctionedParty;

/** An unchanging picture of all sanctions lists, whatever their dates, by the names and addresses of their parties. */
public final class SanctionsIndex {

    /** What the name of a party to a shipment may be the name of. */
    public static final Set<NameSchema> TRADERS = Set.of(NameSchema.PERSON, NameSchema.ORGANISATION);

    private static final Comparator<PartyMatch> ORDER = Comparator.comparingDouble((PartyMatch match) -> -match.score())
            .thenComparing(match -> match.party().getPartyId());

    private final NameScorer scorer = new NameScorer(ScoringRules.published());
    private final Map<NameSchema, NameIndex<ListedName>> names = new EnumMap<>(NameSchema.class);
    private final ListedAddresses addresses = new ListedAddresses();
    private final PartyRules rules;

    private SanctionsIndex(PartyRules rules) {
        this.rules = rules;
        for (NameSchema schema : NameSchema.values()) {
            names.put(schema, new NameIndex<>(scorer));
        }
    }

    /** Index of the parties that are not withdrawn; the order they come in does not matter. */
    public static SanctionsIndex of(Collection<SanctionedParty> parties, PartyRules rules) {
        SanctionsIndex index = new SanctionsIndex(rules);
        parties.stream()
                .filter(party -> !party.getWithdrawn())
                .sorted(Comparator.comparing(SanctionedParty::getPartyId))
                .forEach(index::add);
        return index;
    }

    private void add(SanctionedParty party) {
        add(new ListedName(party, party.getName(), ListedName.Standing.PRIMARY));
        for (PartyAlias alias : party.getAliases()) {
            boolean weak = alias.getQuality() == AliasQuality.WEAK;
            add(new ListedName(
                    party, alias.getName(), weak ? ListedName.Standing.WEAK_ALIAS : ListedName.Standing.ALIAS));
        }
        addresses.add(party);
    }

    private void add(ListedName name) {
        for (NameSchema schema : schemas(name)) {
            PartyName parsed = scorer.parse(name.name(), schema);
            if (!parsed.tokens().isEmpty()) {
                index(schema).add(parsed, name);
            }
        }
    }

    /** Lists that do not say what a party is get read by what its name holds, and as both if it holds nothing telling. */
    private Set<NameSchema> schemas(ListedName name) {
        PartyKind kind = name.party().getKind();
        return switch (kind) {
            case PERSON -> EnumSet.of(NameSchema.PERSON);
            case ORGANISATION -> EnumSet.of(NameSchema.ORGANISATION);
            case VESSEL, AIRCRAFT -> EnumSet.of(NameSchema.VESSEL);
            case UNKNOWN ->
                isCorporate(scorer.parse(name.name(), NameSchema.ORGANISATION))
                        ? EnumSet.of(NameSchema.ORGANISATION)
                        : EnumSet.of(NameSchema.PERSON, NameSchema.ORGANISATION);
        };
    }

    private static boolean isCorporate(PartyName name) {
        return !name.forms().isEmpty()
                || name.tokens().stream()
                        .anyMatch(token -> token.kind() == TokenKind.GENERIC || token.kind() == TokenKind.NUMBER);
    }

    private NameIndex<ListedName> index(NameSchema schema) {
        return Objects.requireNonNull(names.get(schema), "There is an index for each kind of name");
    }

    /** Number of names. */
    public int size() {
        return names.values().stream().mapToInt(NameIndex::size).sum();
    }

    /** Addresses of the listed parties. */
    ListedAddresses addresses() {
        return addresses;
    }

    /**
     * The parties that a name is like, each by the name of it that is most like, best first.
     *
     * @param schemas what the name may be the name of
     * @param threshold least score, above 0 to 1
     */
    public List<PartyMatch> find(String name, Set<NameSchema> schemas, double threshold) {
        return find(name, schemas, threshold, NameIndex::search);
    }

    /** The same, by scoring every name: what {@link #find} is measured against. */
    public List<PartyMatch> findByScoringAll(String name, Set<NameSchema> schemas, double threshold) {
        return find(name, schemas, threshold, NameIndex::scoreAll);
    }

    /** How an index is asked. */
    private interface Search {
        List<NameIndex.Hit<ListedName>> in(NameIndex<ListedName> names, PartyName query, double threshold);
    }

    private List<PartyMatch> find(String name, Set<NameSchema> schemas, double threshold, Search search) {
        Map<String, Found> best = new HashMap<>();
        for (NameSchema schema : schemas) {
            PartyName query = scorer.parse(name, schema);
            for (NameIndex.Hit<ListedName> hit : search.in(index(schema), query, threshold)) {
                Found found = new Found(query, hit, score(hit));
                if (found.score >= threshold) {
                    best.merge(hit.entry().party().getPartyId(), found, Found::better);
                }
            }
        }
        List<PartyMatch> matches = new ArrayList<>();
        best.values()
                .forEach(found -> matches.add(
                        new PartyMatch(found.hit.entry(), found.score, scorer.compare(found.query, found.hit.name()))));
        matches.sort(ORDER);
        return List.copyOf(matches);
    }

    private double score(NameIndex.Hit<ListedName> hit) {
        return switch (hit.entry().standing()) {
            case PRIMARY, ALIAS -> hit.score();
            case WEAK_ALIAS -> hit.score() * rules.weakAlias();
        };
    }

    private record Found(PartyName query, NameIndex.Hit<ListedName> hit, double score) {

        /** Of equal ones the name that the list puts first. */
        static Found better(Found one, Found other) {
            return other.score > one.score ? other : one;
        }
    }
}
