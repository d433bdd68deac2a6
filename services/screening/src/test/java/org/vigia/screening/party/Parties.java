package org.vigia.screening.party;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigia.events.AliasQuality;
import org.vigia.events.Party;
import org.vigia.events.PartyAddress;
import org.vigia.events.PartyAlias;
import org.vigia.events.PartyKind;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.SanctionedParty;
import org.vigia.schemas.fixtures.Events;

/** Listed parties and shipments between parties; the names are invented. */
public final class Parties {

    private Parties() {}

    /** A listed person of the programme against traffickers, from the beginning of 2020 on. */
    public static SanctionedParty listed(String number, String name) {
        return SanctionedParty.newBuilder()
                .setPartyId("ofac-sdn/" + number)
                .setList("ofac-sdn")
                .setKind(PartyKind.PERSON)
                .setName(name)
                .setProgrammes(List.of("SDNTK"))
                .setListedFrom(LocalDate.parse("2020-01-01"))
                .setRecordedAt(Events.RECORDED_AT)
                .setSource(Events.source("sdn", 12))
                .build();
    }

    public static SanctionedParty company(SanctionedParty party) {
        return SanctionedParty.newBuilder(party).setKind(PartyKind.ORGANISATION).build();
    }

    public static SanctionedParty withAlias(SanctionedParty party, String alias, AliasQuality quality) {
        return SanctionedParty.newBuilder(party)
                .setAliases(List.of(PartyAlias.newBuilder()
                        .setName(alias)
                        .setQuality(quality)
                        .build()))
                .build();
    }

    public static SanctionedParty withAddress(SanctionedParty party, String street, String city, String country) {
        return SanctionedParty.newBuilder(party)
                .setAddresses(List.of(PartyAddress.newBuilder()
                        .setText(street)
                        .setCity(city)
                        .setCountry(country)
                        .build()))
                .build();
    }

    public static PrecursorShipment consignedTo(String eventId, String day, String name) {
        return consignedTo(eventId, day, name, null, null);
    }

    public static PrecursorShipment consignedTo(
            String eventId, String day, String name, @Nullable String address, @Nullable String country) {
        return PrecursorShipment.newBuilder(Events.shipment(eventId, day, "glass beads", "", "5"))
                .setConsignee(Party.newBuilder()
                        .setName(name)
                        .setAddress(address)
                        .setCountry(country)
                        .build())
                .build();
    }
}
