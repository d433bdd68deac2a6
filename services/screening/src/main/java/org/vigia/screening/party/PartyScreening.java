package org.vigia.screening.party;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.vigia.events.ClaimStatus;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.SanctionedParty;
import org.vigia.screening.watchlist.ShipmentDays;

/**
 * Screens the parties of a shipment against the sanctions lists <b>as of its date</b>: only parties that are listed on the
 * day of {@code occurredAt} (of a shipment known to the month or year, on any day of it) count, however late the shipment
 * arrives. What a name is like is remembered for as long as the lists do not change. Not for use by several threads.
 */
public final class PartyScreening {

    private static final int MOST_REMEMBERED = 20_000;

    private final SanctionsIndex index;
    private final PartyRules rules;
    private final Map<String, List<PartyMatch>> remembered = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<PartyMatch>> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    public PartyScreening(SanctionsIndex index, PartyRules rules) {
        this.index = index;
        this.rules = rules;
    }

    /** What the lists report of a shipment, in the order of the entries' ids; nothing if it is retracted. */
    public List<PartyFinding> screen(PrecursorShipment shipment) {
        if (shipment.getEnvelope().getStatus() == ClaimStatus.RETRACTED) {
            return List.of();
        }
        ShipmentDays days = ShipmentDays.of(shipment);
        Map<String, PartyFinding> findings = new TreeMap<>();
        for (Role.Declared declared : Role.declaredIn(shipment)) {
            screen(declared).forEach((listed, involved) -> {
                if (isListed(listed, days)) {
                    findings.merge(listed.getPartyId(), new PartyFinding(listed, List.of(involved)), PartyFinding::and);
                }
            });
        }
        return List.copyOf(findings.values());
    }

    private Map<SanctionedParty, PartyFinding.Involved> screen(Role.Declared declared) {
        Map<String, SanctionedParty> atAddress = new HashMap<>();
        index.addresses()
                .at(declared.party().getAddress(), declared.party().getCountry())
                .forEach(listed -> atAddress.put(listed.party().getPartyId(), listed.party()));
        Map<SanctionedParty, PartyFinding.Involved> found = new LinkedHashMap<>();
        for (PartyMatch match : matches(declared.party().getName())) {
            SanctionedParty listed = match.party();
            boolean sameAddress = atAddress.containsKey(listed.getPartyId());
            PlaceEvidence place = PlaceEvidence.of(declared.party(), listed, sameAddress);
            double score = Math.clamp(match.score() + place.steps() * rules.placeStep(), 0, 1);
            if (score >= rules.threshold()) {
                atAddress.remove(listed.getPartyId());
                found.put(listed, new PartyFinding.Involved(declared.role(), declared.party(), match, place, score));
            }
        }
        for (SanctionedParty listed : atAddress.values()) {
            found.put(
                    listed,
                    new PartyFinding.Involved(
                            declared.role(), declared.party(), null, PlaceEvidence.SAME_ADDRESS, rules.threshold()));
        }
        return found;
    }

    /** Names that places may still lift to the threshold are among them. */
    private List<PartyMatch> matches(String name) {
        String key = name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return remembered.computeIfAbsent(
                key,
                ignored -> index.find(
                        name,
                        SanctionsIndex.TRADERS,
                        rules.threshold() - PlaceEvidence.MOST_STEPS * rules.placeStep()));
    }

    /** A list that gives no first day is taken to hold on any day up to its last. */
    private static boolean isListed(SanctionedParty party, ShipmentDays days) {
        LocalDate from = party.getListedFrom();
        LocalDate until = party.getListedUntil();
        return (from == null || !from.isAfter(days.last()))
                && (until == null || days.first().isBefore(until));
    }
}
