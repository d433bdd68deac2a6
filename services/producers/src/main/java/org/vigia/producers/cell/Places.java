package org.vigia.producers.cell;

import org.vigia.events.Place;
import org.vigia.producers.table.Cells;

/** Where an event happened: columns country, area, place, latitude, longitude. */
public final class Places {

    private static final LastRead<Place> PLACES = new LastRead<>(Places::read);

    private Places() {}

    /** The place, which is not to be changed. An area is an ISO 3166-2 code or else a name. */
    public static Place of(Cells cells) {
        return PLACES.of(cells);
    }

    private static Place read(Cells cells) {
        String area = cells.text("area");
        String subdivision = Codes.subdivision(area);
        return new Place(
                Codes.country(cells, "country"),
                subdivision,
                subdivision == null ? Texts.orNull(cells, "area") : null,
                null,
                Texts.orNull(cells, "place"),
                Decimals.between(cells, "latitude", -90, 90),
                Decimals.between(cells, "longitude", -180, 180));
    }
}
