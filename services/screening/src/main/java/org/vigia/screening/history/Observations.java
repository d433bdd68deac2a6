package org.vigia.screening.history;

import static org.vigia.screening.history.EventFacts.cut;
import static org.vigia.screening.history.EventFacts.distinct;
import static org.vigia.screening.history.EventFacts.event;
import static org.vigia.screening.history.EventFacts.found;
import static org.vigia.screening.history.EventFacts.identifier;
import static org.vigia.screening.history.EventFacts.mark;
import static org.vigia.screening.history.EventFacts.name;
import static org.vigia.screening.history.EventFacts.port;
import static org.vigia.screening.history.EventFacts.quantity;
import static org.vigia.screening.history.EventFacts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigia.events.ClaimStatus;
import org.vigia.events.Envelope;
import org.vigia.events.FoundItem;
import org.vigia.events.FoundItemKind;
import org.vigia.events.GoodsLine;
import org.vigia.events.LabDismantlement;
import org.vigia.events.Party;
import org.vigia.events.Port;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.SeizedItem;
import org.vigia.events.Seizure;
import org.vigia.schemas.substance.CasNumber;
import org.vigia.screening.identity.DeclaredCas;
import org.vigia.screening.identity.DeclaredText;
import org.vigia.screening.identity.NormalisedName;
import org.vigia.screening.state.EventRole;
import org.vigia.screening.state.Observation;
import org.vigia.screening.state.ObservedSource;
import org.vigia.screening.watchlist.ListedGoods;

/**
 * What an event says, as observations of its goods, things and identifiers. A retracted event says nothing. The lists
 * are those of the moment; a list that changes later is seen from the event's next version on.
 */
public final class Observations {

    private final ListedGoods lists;

    public Observations(ListedGoods lists) {
        this.lists = lists;
    }

    /** Of a shipment: each goods line, seal and container. */
    public List<Observation> of(PrecursorShipment shipment) {
        Envelope envelope = shipment.getEnvelope();
        if (envelope.getStatus() == ClaimStatus.RETRACTED) {
            return List.of();
        }
        Port destination = shipment.getDestination();
        Party consignee = shipment.getConsignee();
        Observation.Builder event = event(envelope, EventRole.SHIPMENT)
                .setCountry(text(destination.getCountry()))
                .setLocode(text(destination.getLocode()))
                .setPlace(text(destination.getName()))
                .setOrigin(port(shipment.getOrigin()))
                .setShipper(name(shipment.getShipper()))
                .setConsignee(name(consignee))
                .setConsigneeAddress(consignee == null ? "" : text(consignee.getAddress()))
                .setBroker(name(shipment.getBroker()))
                .setMarks(Stream.concat(shipment.getSeals().stream(), shipment.getContainers().stream())
                        .map(EventFacts::mark)
                        .filter(mark -> !mark.isEmpty())
                        .distinct()
                        .sorted()
                        .toList());
        List<Observation> observations = new ArrayList<>();
        List<GoodsLine> goods = shipment.getGoods();
        for (int i = 0; i < goods.size(); i++) {
            observations.add(goods(event, envelope, goods.get(i), i));
        }
        shipment.getSeals().forEach(seal -> identifier(event, "SEAL", seal, observations));
        shipment.getContainers().forEach(box -> identifier(event, "CONTAINER", box, observations));
        return distinct(observations);
    }

    /** Of a laboratory: each chemical found, and each lot, seal and container. */
    public List<Observation> of(LabDismantlement laboratory) {
        Envelope envelope = laboratory.getEnvelope();
        if (envelope.getStatus() == ClaimStatus.RETRACTED) {
            return List.of();
        }
        Observation.Builder event = found(envelope, EventRole.LABORATORY);
        List<Observation> observations = new ArrayList<>();
        List<FoundItem> items = laboratory.getItems();
        for (int i = 0; i < items.size(); i++) {
            FoundItem item = items.get(i);
            Observation.Builder thing = Observation.newBuilder(event)
                    .setDeclared(cut(item.getDeclared()))
                    .setSubstanceName(item.getSubstance());
            if (item.getKind() == FoundItemKind.CHEMICAL) {
                Observation.Builder chemical = Observation.newBuilder(thing)
                        .setPart(Integer.toString(i))
                        .setMarks(Stream.of(text(item.getSeal()), text(item.getContainer()))
                                .map(EventFacts::mark)
                                .filter(mark -> !mark.isEmpty())
                                .distinct()
                                .toList());
                quantity(chemical, item.getQuantity());
                listed(chemical, goods(item.getDeclared(), item.getCas()), envelope);
                observations.add(chemical.build());
            }
            identifier(thing, "LOT", item.getLot(), observations);
            identifier(thing, "SEAL", item.getSeal(), observations);
            identifier(thing, "CONTAINER", item.getContainer(), observations);
        }
        return distinct(observations);
    }

    /** Of a seizure: each substance with its mass and tablets, and each lot. */
    public List<Observation> of(Seizure seizure) {
        Envelope envelope = seizure.getEnvelope();
        if (envelope.getStatus() == ClaimStatus.RETRACTED
                || seizure.getItems().stream().noneMatch(Observations::saysMore)) {
            return List.of();
        }
        Observation.Builder event = found(envelope, EventRole.SEIZURE);
        List<Observation> observations = new ArrayList<>();
        Map<String, Observation.Builder> bySubstance = new TreeMap<>();
        for (SeizedItem item : seizure.getItems()) {
            Observation.Builder thing = bySubstance.computeIfAbsent(
                    item.getSubstance(),
                    substance -> Observation.newBuilder(event)
                            .setPart(substance.replace('\0', ' '))
                            .setDeclared(cut(item.getDeclared()))
                            .setSubstanceName(substance));
            quantity(thing, item.getQuantity());
            if (!thing.hasLaboratoryResult() || thing.getLaboratoryResult().isEmpty()) {
                thing.setLaboratoryResult(cut(text(item.getLaboratoryResult())));
            }
            listed(thing, goods(item.getDeclared(), item.getCas()), envelope);
            identifier(
                    Observation.newBuilder(event).setSubstanceName(item.getSubstance()),
                    "LOT",
                    item.getLot(),
                    observations);
        }
        // A report that stands for several incidents says nothing of one tablet.
        bySubstance
                .values()
                .forEach(thing -> observations.add(
                        seizure.getIncidents() > 1 ? thing.setTablets(null).build() : thing.build()));
        return distinct(observations);
    }

    /** Whether a detector can use an item: it has a lot, a laboratory result or a number of tablets. Monthly reports have none. */
    private static boolean saysMore(SeizedItem item) {
        boolean counted = item.getQuantity() != null && item.getQuantity().getMilliunits() != null;
        return counted || item.getLot() != null || item.getLaboratoryResult() != null;
    }

    private Observation goods(Observation.Builder event, Envelope envelope, GoodsLine line, int index) {
        Observation.Builder goods = Observation.newBuilder(event)
                .setPart(line.getLine().isEmpty() ? "#" + index : line.getLine().replace('\0', ' '))
                .setDeclared(cut(line.getDescription()))
                .setPhrase(phrase(line.getDescription()))
                .setCas(cas(line.getCas()))
                .setHs(text(line.getHsCode()).replaceAll("\\D", ""))
                .setCurrency(text(line.getCurrency()))
                .setPackages(cut(text(line.getPackages())));
        if (line.getSourceLine() > 0) {
            goods.setSource(ObservedSource.newBuilder(event.getSource())
                    .setLine(line.getSourceLine())
                    .build());
        }
        quantity(goods, line.getQuantity());
        Packages.kilograms(goods.getPackages()).ifPresent(goods::setPacked);
        if (goods.getTablets() == null) {
            OptionalDouble packed = Packages.tablets(goods.getPackages());
            (packed.isPresent() ? packed : Packages.tablets(line.getDescription())).ifPresent(goods::setTablets);
        }
        if (line.getDeclaredValue() != null) {
            goods.setValue(Double.parseDouble(line.getDeclaredValue()));
        }
        listed(goods, line, envelope);
        return goods.build();
    }

    private void listed(Observation.Builder goods, GoodsLine line, Envelope envelope) {
        lists.of(line, envelope)
                .ifPresent(listed -> goods.setSubstance(listed.substance())
                        .setSubstanceName(listed.name())
                        .setListEntry(listed.entryId())
                        .setThreshold(listed.thresholdKilograms())
                        .setNamedCas(listed.namedCas())
                        .setListedHs(listed.hsCodes()));
    }

    private static GoodsLine goods(String declared, @Nullable String cas) {
        return GoodsLine.newBuilder()
                .setLine("")
                .setDescription(declared)
                .setCas(cas)
                .build();
    }

    /** What stands before the first separator: {@code citric acid} of {@code Citric acid, in drums}. */
    private static String phrase(String description) {
        DeclaredText text = DeclaredText.of(description);
        String whole = text.whole().value();
        return text.phrases().stream()
                .map(NormalisedName::value)
                .filter(phrase -> phrase.length() > 2 && whole.startsWith(phrase))
                .min((a, b) -> Integer.compare(a.length(), b.length()))
                .map(EventFacts::cut)
                .orElse("");
    }

    private static String cas(@Nullable String cell) {
        return cell == null
                ? ""
                : DeclaredCas.inCell(cell).verified().stream()
                        .findFirst()
                        .map(CasNumber::value)
                        .orElse("");
    }
}
