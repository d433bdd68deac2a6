package org.vigia.producers.definition;

import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.vigia.producers.claim.Mapping;
import org.vigia.producers.dismantlement.VigiaLaboratories;
import org.vigia.producers.drug.DrugNames;
import org.vigia.producers.reference.JurisdictionRows;
import org.vigia.producers.reference.SanctionedPartyRows;
import org.vigia.producers.reference.SubstanceRows;
import org.vigia.producers.reference.WatchListRows;
import org.vigia.producers.seizure.VigiaSeizures;
import org.vigia.producers.shipment.VigiaShipments;
import org.vigia.producers.table.Columns;
import org.vigia.schemas.topics.Topic;
import org.vigia.schemas.topics.Topics;

/** What the rows of a feed become: each kind by way of one of Vigía's own formats. */
enum EventKind {
    SEIZURE,
    LAB_DISMANTLEMENT,
    PRECURSOR_SHIPMENT,
    WATCH_LIST,
    SUBSTANCE,
    JURISDICTION,
    SANCTIONED_PARTY;

    /** The columns of the own format, which are the fields that a definition may fill. */
    Columns columns() {
        return switch (this) {
            case SEIZURE -> VigiaSeizures.COLUMNS;
            case LAB_DISMANTLEMENT -> VigiaLaboratories.COLUMNS;
            case PRECURSOR_SHIPMENT -> VigiaShipments.COLUMNS;
            case WATCH_LIST -> WatchListRows.COLUMNS;
            case SUBSTANCE -> SubstanceRows.COLUMNS;
            case JURISDICTION -> JurisdictionRows.COLUMNS;
            case SANCTIONED_PARTY -> SanctionedPartyRows.COLUMNS;
        };
    }

    /** How rows of the own format become events. */
    Mapping mapping(DrugNames drugs) {
        return switch (this) {
            case SEIZURE -> new VigiaSeizures(drugs);
            case LAB_DISMANTLEMENT -> new VigiaLaboratories(drugs);
            case PRECURSOR_SHIPMENT -> new VigiaShipments();
            case WATCH_LIST -> new WatchListRows();
            case SUBSTANCE -> new SubstanceRows();
            case JURISDICTION -> new JurisdictionRows();
            case SANCTIONED_PARTY -> new SanctionedPartyRows();
        };
    }

    Topic<? extends SpecificRecord> topic(Topics topics) {
        return switch (this) {
            case SEIZURE -> topics.seizures;
            case LAB_DISMANTLEMENT -> topics.labDismantlements;
            case PRECURSOR_SHIPMENT -> topics.precursorShipments;
            case WATCH_LIST -> topics.watchList;
            case SUBSTANCE -> topics.substances;
            case JURISDICTION -> topics.jurisdictions;
            case SANCTIONED_PARTY -> topics.sanctionedParties;
        };
    }

    /** The column that the natural key fills; nothing if the own format makes the key of other columns. */
    Optional<String> id() {
        return switch (this) {
            case SEIZURE -> Optional.of("seizure_id");
            case LAB_DISMANTLEMENT -> Optional.of("lab_id");
            case PRECURSOR_SHIPMENT -> Optional.of("shipment_id");
            case SANCTIONED_PARTY -> Optional.of("entry");
            case WATCH_LIST, SUBSTANCE, JURISDICTION -> Optional.empty();
        };
    }
}
