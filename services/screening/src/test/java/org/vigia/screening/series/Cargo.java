package org.vigia.screening.series;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigia.events.ClaimStatus;
import org.vigia.events.Envelope;
import org.vigia.events.FoundItem;
import org.vigia.events.FoundItemKind;
import org.vigia.events.GoodsLine;
import org.vigia.events.LabDismantlement;
import org.vigia.events.LabKind;
import org.vigia.events.Party;
import org.vigia.events.Port;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.SeizedItem;
import org.vigia.events.Seizure;
import org.vigia.events.WatchListEntry;
import org.vigia.schemas.fixtures.Events;
import org.vigia.screening.Shipments;

/** Shipments, laboratories and seizures that history detectors look at; all but the point is the same. */
final class Cargo {

    static final LocalDate FIRST_DAY = LocalDate.parse("2023-01-01");

    /** Listed since long ago, reported from 100 kg on. */
    static final WatchListEntry ACETONE = listed("Acetone", "67-64-1", "2914.11");

    static final WatchListEntry METHYLAMINE = listed("Methylamine", "74-89-5", "2921.11");
    static final WatchListEntry BENZALDEHYDE = listed("Benzaldehyde", "100-52-7", "2912.21");
    static final WatchListEntry NITROETHANE = listed("Nitroethane", "79-24-3", "2904.20");

    private Cargo() {}

    private static WatchListEntry listed(String name, String cas, String hs) {
        WatchListEntry entry = Events.listing("UN", name, cas, "2001-01-01");
        return WatchListEntry.newBuilder(Shipments.withThreshold(entry, Events.kilograms("100")))
                .setHsCodes(List.of(hs))
                .build();
    }

    static WatchListEntry[] lists() {
        return new WatchListEntry[] {ACETONE, METHYLAMINE, BENZALDEHYDE, NITROETHANE};
    }

    static String day(int number) {
        return FIRST_DAY.plusDays(number).toString();
    }

    /** A shipment of a listed substance by the usual parties from CNSHA to MXZLO, 2 US dollars a kilogram. */
    static PrecursorShipment shipment(String id, int day, WatchListEntry substance, String kilograms) {
        PrecursorShipment plain =
                Events.shipment(id, day(day), substance.getName(), text(substance.getCas()), kilograms);
        return PrecursorShipment.newBuilder(plain)
                .setGoods(List.of(GoodsLine.newBuilder(plain.getGoods().getFirst())
                        .setHsCode(substance.getHsCodes().getFirst())
                        .setDeclaredValue(Double.toString(2 * Double.parseDouble(kilograms)))
                        .setCurrency("USD")
                        .build()))
                .setConsignee(party("Químicos del Norte SA", "Calle 1, Colima"))
                .setBroker(party("Agencia Aduanal Pérez", ""))
                .build();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    static Party party(String name, String address) {
        return Party.newBuilder().setName(name).setAddress(address).build();
    }

    static PrecursorShipment consignedTo(PrecursorShipment shipment, String consignee, String address) {
        return PrecursorShipment.newBuilder(shipment)
                .setConsignee(party(consignee, address))
                .build();
    }

    static PrecursorShipment leaving(PrecursorShipment shipment, String locode) {
        return PrecursorShipment.newBuilder(shipment)
                .setOrigin(Port.newBuilder()
                        .setLocode(locode)
                        .setCountry(locode.substring(0, 2))
                        .build())
                .build();
    }

    static PrecursorShipment ofGoods(PrecursorShipment shipment, GoodsLine goods) {
        return PrecursorShipment.newBuilder(shipment).setGoods(List.of(goods)).build();
    }

    static GoodsLine.Builder goods(PrecursorShipment shipment) {
        return GoodsLine.newBuilder(shipment.getGoods().getFirst());
    }

    static PrecursorShipment sealed(PrecursorShipment shipment, String seal) {
        return PrecursorShipment.newBuilder(shipment).setSeals(List.of(seal)).build();
    }

    static PrecursorShipment retracted(PrecursorShipment shipment) {
        return Shipments.withStatus(shipment, ClaimStatus.RETRACTED);
    }

    /** A laboratory with a drum of acetone and a product of a lot. */
    static LabDismantlement laboratory(String id, int day, String seal, String lot) {
        return LabDismantlement.newBuilder()
                .setEnvelope(Events.envelope(id, day(day)).build())
                .setKind(LabKind.SYNTHESIS)
                .setItems(List.of(
                        FoundItem.newBuilder()
                                .setKind(FoundItemKind.CHEMICAL)
                                .setDeclared("Acetone")
                                .setSubstance("acetone")
                                .setSeal(seal)
                                .build(),
                        FoundItem.newBuilder()
                                .setKind(FoundItemKind.PRODUCT)
                                .setDeclared("methamphetamine")
                                .setSubstance("methamphetamine")
                                .setLot(lot)
                                .build()))
                .build();
    }

    static LabDismantlement retracted(LabDismantlement laboratory) {
        return LabDismantlement.newBuilder(laboratory)
                .setEnvelope(Envelope.newBuilder(laboratory.getEnvelope())
                        .setStatus(ClaimStatus.RETRACTED)
                        .build())
                .build();
    }

    static Seizure retracted(Seizure seizure) {
        return Seizure.newBuilder(seizure)
                .setEnvelope(Envelope.newBuilder(seizure.getEnvelope())
                        .setStatus(ClaimStatus.RETRACTED)
                        .build())
                .build();
    }

    static Seizure seizure(String id, int day, String lot) {
        Seizure seizure = Events.seizure(id, day(day), "methamphetamine", "5");
        return Seizure.newBuilder(seizure)
                .setItems(List.of(SeizedItem.newBuilder(seizure.getItems().getFirst())
                        .setLot(lot)
                        .build()))
                .build();
    }
}
