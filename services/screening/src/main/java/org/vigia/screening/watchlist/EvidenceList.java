package org.vigia.screening.watchlist;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigia.events.Evidence;
import org.vigia.events.EvidenceKind;
import org.vigia.events.GoodsLine;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.Source;
import org.vigia.events.WatchListEntry;

/** What a finding rests on, as values: goods lines, list entries, thresholds. */
final class EvidenceList {

    private final PrecursorShipment shipment;
    private final Sentences sentences;
    private final List<Evidence> evidence = new ArrayList<>();
    /** By identity, because two lines of a shipment may well read the same. */
    private final Set<GoodsLine> listed = Collections.newSetFromMap(new IdentityHashMap<>());

    EvidenceList(PrecursorShipment shipment, Sentences sentences) {
        this.shipment = shipment;
        this.sentences = sentences;
    }

    List<Evidence> of(Finding finding) {
        finding.entries().forEach(entry -> entry.lines().forEach(line -> addEvent(line.goods())));
        finding.entries().forEach(this::addEntry);
        finding.entries().forEach(this::addThreshold);
        return List.copyOf(evidence);
    }

    private void addEvent(GoodsLine goods) {
        if (!listed.add(goods)) {
            return;
        }
        var envelope = shipment.getEnvelope();
        Facts facts = new Facts()
                .put("date", WatchListScreening.dateOf(shipment))
                .put("datePrecision", envelope.getPrecision())
                .put("status", envelope.getStatus())
                .put("line", goods.getLine())
                .put("description", goods.getDescription())
                .put("cas", goods.getCas())
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
        of.lines().forEach(line -> facts.putMatch(line.goods().getLine(), line.by()));
        Source source = Source.newBuilder(entry.getSource())
                .setLine(period.row() > 0 ? period.row() : entry.getSource().getLine())
                .build();
        String detail = sentences.inForce(of) + " " + sentences.confidence(entry);
        add(EvidenceKind.LIST_ENTRY, entry.getEntryId(), detail, facts, source);
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
                .put("total", total == null ? null : English.measure(total))
                .put("assumption", check.litreAssumption() ? "1 L = 1 kg" : null)
                .put("unknownLines", check.unknownLines().isEmpty() ? null : String.join(" | ", check.unknownLines()));
        String reference = "threshold of " + of.listed().entry().getEntryId();
        add(EvidenceKind.THRESHOLD, reference, sentences.quantity(of), facts, null);
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

        void putMatch(String line, MatchedBy by) {
            switch (by) {
                case MatchedBy.Cas(var cas, boolean inDescription) ->
                    put("line " + line + " matched by", "CAS number " + cas + (inDescription ? " in description" : ""));
                case MatchedBy.Name name -> {
                    put("line " + line + " matched by", "name " + name.listedName());
                    name.failedCas().forEach(cas -> put("line " + line + " failed check digit", cas));
                    name.otherCas().forEach(cas -> put("line " + line + " other CAS number", cas));
                }
            }
        }
    }
}
