package org.vigia.screening.watchlist;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vigia.events.ClaimStatus;
import org.vigia.events.GoodsLine;
import org.vigia.events.PrecursorShipment;

/**
 * Screens a shipment against the lists <b>as of its date</b>: only periods in force on the day of {@code occurredAt}
 * (UTC; of a shipment known to the month or year, on any day of it) count, however late the shipment arrives. Each
 * period has its own threshold; the first one that reports the quantity is the one that the finding names.
 */
public final class WatchListScreening {

    private final GoodsMatcher matcher;

    public WatchListScreening(WatchListIndex index, WatchListRules rules) {
        this.matcher = new GoodsMatcher(index, rules);
    }

    /** What the lists report of a shipment, in the order of authority, list and substance; nothing if it is retracted. */
    public List<Finding> screen(PrecursorShipment shipment) {
        if (shipment.getEnvelope().getStatus() == ClaimStatus.RETRACTED) {
            return List.of();
        }
        Map<ListedSubstance, List<Candidate>> bySubstance = new TreeMap<>();
        for (Candidate candidate : inForce(shipment)) {
            bySubstance
                    .computeIfAbsent(candidate.listed.substance(), ignored -> new ArrayList<>())
                    .add(candidate);
        }
        List<Finding> findings = new ArrayList<>();
        bySubstance.forEach((substance, candidates) -> {
            List<Finding.OfEntry> reported = reported(candidates, goodsOf(candidates, shipment));
            if (!reported.isEmpty()) {
                findings.add(new Finding(substance, reported));
            }
        });
        return List.copyOf(findings);
    }

    private List<Candidate> inForce(PrecursorShipment shipment) {
        ShipmentDays days = ShipmentDays.of(shipment);
        Map<String, Candidate> byEntry = new TreeMap<>();
        for (GoodsLine goods : shipment.getGoods()) {
            matcher.matches(goods).forEach((entryId, match) -> {
                List<InForce> periods = match.during(days);
                if (!periods.isEmpty()) {
                    byEntry.computeIfAbsent(entryId, id -> new Candidate(match.listed(), periods, new ArrayList<>()))
                            .lines
                            .add(new Finding.OfLine(goods, match.by()));
                }
            });
        }
        return List.copyOf(byEntry.values());
    }

    /** All lines of one substance, whichever of its entries they match: the quantity that a threshold is about. */
    private static List<GoodsLine> goodsOf(List<Candidate> candidates, PrecursorShipment shipment) {
        // By identity, because two lines of a shipment may well read the same.
        Set<GoodsLine> matched = Collections.newSetFromMap(new IdentityHashMap<>());
        candidates.forEach(candidate -> candidate.lines.forEach(line -> matched.add(line.goods())));
        return shipment.getGoods().stream().filter(matched::contains).toList();
    }

    private static List<Finding.OfEntry> reported(List<Candidate> candidates, List<GoodsLine> goods) {
        List<Finding.OfEntry> reported = new ArrayList<>();
        for (Candidate candidate : candidates) {
            candidate.periods.stream()
                    .map(period -> candidate.in(period, goods))
                    .filter(entry -> entry.quantity().isReported())
                    .findFirst()
                    .ifPresent(reported::add);
        }
        return reported;
    }

    private record Candidate(ListedEntry listed, List<InForce> periods, List<Finding.OfLine> lines) {

        Finding.OfEntry in(InForce period, List<GoodsLine> goods) {
            return new Finding.OfEntry(listed, period, lines, QuantityCheck.of(period.threshold(), goods));
        }
    }
}
