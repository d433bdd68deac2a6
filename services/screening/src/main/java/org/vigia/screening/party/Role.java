package org.vigia.screening.party;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigia.events.Party;
import org.vigia.events.PrecursorShipment;

/** What a party is to a shipment. */
public enum Role {
    SHIPPER("shipper"),
    CONSIGNEE("consignee"),
    NOTIFY_PARTY("notify party"),
    BROKER("broker");

    private final String english;

    Role(String english) {
        this.english = english;
    }

    String english() {
        return english;
    }

    /** A party as declared. */
    record Declared(Role role, Party party) {}

    static List<Declared> declaredIn(PrecursorShipment shipment) {
        List<Declared> declared = new ArrayList<>();
        for (Role role : values()) {
            Party party = role.of(shipment);
            if (party != null) {
                declared.add(new Declared(role, party));
            }
        }
        return declared;
    }

    private @Nullable Party of(PrecursorShipment shipment) {
        return switch (this) {
            case SHIPPER -> shipment.getShipper();
            case CONSIGNEE -> shipment.getConsignee();
            case NOTIFY_PARTY -> shipment.getNotifyParty();
            case BROKER -> shipment.getBroker();
        };
    }
}
