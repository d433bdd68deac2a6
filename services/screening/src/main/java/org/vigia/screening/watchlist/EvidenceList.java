package org.vigia.screening.watchlist;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigia.events.Evidence;
import org.vigia.events.EvidenceKind;
import org.vigia.events.GoodsLine;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.Source;
import org.vigia.events.WatchListEntry;
import org.vigia.screening.identity.ClassRule;
import org.vigia.screening.identity.Identification;

/**
 * What a finding rests on, as values: goods lines, list entries, thresholds. Of a large shipment it names the first
 * hundred lines and says how many more there are, and the more it names the less it quotes of each: an alert must stay
 * far below the megabyte that a broker accepts.
 */
final class EvidenceList {

    static final int MOST_LINES = 100;

    /** Characters of all descriptions, and of all CAS cells. */
    private static final int MOST_QUOTED = 20_000;

    private final PrecursorShipment shipment;
    private final ShipmentDays days;
    private final Sentences sentences;
    private final List<Evidence> evidence = new ArrayList<>();

    EvidenceList(PrecursorShipment shipment, Sentences sentences) {
        this.shipment = shipment;
        this.days = ShipmentDays.of(shipment);
        this.sentences = sentences;
    }

    List<Evidence> of(Finding finding) {
        addEvents(finding);
        finding.entries().forEach(this::addEntry);
        finding.entries().forEach(this::addThreshold);
        return List.copyOf(evidence);
    }

    private void addEvents(Finding finding) {
        // By identity, because two lines of a shipment may well read the same.
        Set<GoodsLine> matched = Collections.newSetFromMap(new IdentityHashMap<>());
        finding.entries().forEach(entry -> entry.lines().forEach(line -> matched.add(line.goods())));
        int named = Math.min(matched.size(), MOST_LINES);
        int most = Math.max(English.LONGEST_EXCERPT, MOST_QUOTED / named);
        shipment.getGoods().stream().filter(matched::contains).limit(named).forEach(goods -> addEvent(goods, most));
        int more = matched.size() - named;
        if (more > 0) {
            var envelope = shipment.getEnvelope();
            Facts facts = new Facts().put("moreLines", more);
            String detail = more + (more == 1 ? " more goods line matches." : " more goods lines match.");
            add(EvidenceKind.EVENT, envelope.getEventId(), detail, facts, envelope.getSource());
        }
    }

    private void addEvent(GoodsLine goods, int most) {
        var envelope = shipment.getEnvelope();
        Facts facts = new Facts()
                .put("date", days.first())
                .put("lastDate", days.isOne() ? null : days.last())
                .put("datePrecision", envelope.getPrecision())
                .put("status", envelope.getStatus())
                .put("line", goods.getLine().isEmpty() ? null : goods.getLine())
                .put("description", English.cut(goods.getDescription(), most))
                .put("cas", goods.getCas() == null ? null : English.cut(goods.getCas(), most))
                .put("quantity", goods.getQuantity() == null ? null : English.quantity(goods.getQuantity()));
        Source source = Source.newBuilder(envelope.getSource())
                .setLine(sentences.sourceLine(goods))
                .build();
        add(EvidenceKind.EVENT, envelope.getEventId(), sentences.declared(goods), facts, source);
    }

    private void addEntry(Finding.OfEntry of) {
        WatchListEntry entry = of.listed().entry();
        InForce period = of.period();
        Facts facts = new Facts()
                .put("authority", entry.getAuthority())
                .put("list", entry.getList())
                .put("name", entry.getName())
                .put("cas", entry.getCas())
                .put("listedFrom", period.from())
                .put("listedFromPrecision", period.from() == null ? null : period.precision())
                .put("listedUntil", period.until())
                .put("reference", period.reference())
                .put("confidence", entry.getConfidence());
        of.firstLines(MOST_LINES).forEach(line -> facts.putMatch(English.number(line.goods()), line.by()));
        int more = of.lines().size() - MOST_LINES;
        facts.put("moreLines", more > 0 ? more : null);
        String detail = sentences.inForce(of) + " " + sentences.confidence(entry);
        add(EvidenceKind.LIST_ENTRY, entry.getEntryId(), detail, facts, row(of));
    }

    private void addThreshold(Finding.OfEntry of) {
        QuantityCheck check = of.quantity();
        if (check.outcome() == QuantityCheck.Outcome.ANY_QUANTITY) {
            return;
        }
        Measure total = check.total();
        Facts facts = new Facts()
                .put("outcome", check.outcome())
                .put("threshold", English.quantity(check.threshold()))
                .put("listedFrom", of.period().from())
                .put("listedUntil", of.period().until())
                .put("total", total == null ? null : English.measure(total))
                .put("assumption", check.litreAssumption() ? "1 L = 1 kg" : null)
                .put("unknownLines", check.unknownLines().isEmpty() ? null : unknownLines(check));
        String reference = "threshold of " + of.listed().entry().getEntryId();
        add(EvidenceKind.THRESHOLD, reference, sentences.quantity(of), facts, row(of));
    }

    /** The row of the list's file that states the period and its threshold. */
    private static Source row(Finding.OfEntry of) {
        Source source = of.listed().entry().getSource();
        long row = of.period().row();
        return row > 0 ? Source.newBuilder(source).setLine(row).build() : source;
    }

    private static String unknownLines(QuantityCheck check) {
        List<String> lines = check.unknownLines();
        String first = lines.stream().limit(MOST_LINES).collect(Collectors.joining(" | "));
        return lines.size() <= MOST_LINES ? first : first + " and " + (lines.size() - MOST_LINES) + " more";
    }

    private void add(EvidenceKind kind, String reference, String detail, Facts facts, @Nullable Source source) {
        evidence.add(Evidence.newBuilder()
                .setKind(kind)
                .setReference(reference)
                .setDetail(detail)
                .setFacts(facts.values)
                .setSource(source)
                .build());
    }

    /** Known values by name; what is unknown is left out. */
    private static final class Facts {

        private final Map<String, String> values = new TreeMap<>();

        Facts put(String name, @Nullable Object value) {
            if (value != null) {
                values.put(name, value.toString());
            }
            return this;
        }

        private void putNumbers(String name, Set<?> numbers) {
            put(name, numbers.isEmpty() ? null : English.numbers(numbers));
        }

        void putMatch(String line, MatchedBy by) {
            switch (by) {
                case MatchedBy.Cas(var cas, boolean inDescription) ->
                    put("line " + line + " matched by", "CAS number " + cas + (inDescription ? " in description" : ""));
                case MatchedBy.Name name -> {
                    put("line " + line + " matched by", "name " + name.listedName());
                    putNumbers("line " + line + " failed check digit", name.failedCas());
                    putNumbers("line " + line + " other CAS number", name.otherCas());
                }
                case MatchedBy.Identity(Identification identified, @Nullable ClassRule rule) -> {
                    put("line " + line + " matched by", "identity " + identified.id());
                    put("line " + line + " class rule", rule == null ? null : rule.id());
                    put("line " + line + " confidence", Sentences.percent(identified));
                    put("line " + line + " identity evidence", Sentences.clues(identified));
                    put(
                            "line " + line + " identity conflicts",
                            identified.conflicts().isEmpty() ? null : String.join("; ", identified.conflicts()));
                }
            }
        }
    }
}
