package org.vigia.producers.cell;

import java.util.Map;
import org.vigia.events.Place;
import org.vigia.producers.table.Cells;

/** Where an event happened: columns country, area, place, latitude, longitude. */
public final class Places {

    private Places() {}

    /**
     * The place. An area that is no ISO 3166-2 code is its text; then what column place says goes to the attributes.
     *
     * @param attributes receives what the place has no field for
     */
    public static Place of(Cells cells, Map<String, String> attributes) {
        String area = cells.text("area");
        String place = cells.text("place");
        String subdivision = area.isEmpty() ? null : Codes.subdivision(area);
        String text = subdivision == null && !area.isEmpty() ? area : place;
        if (subdivision == null && !area.isEmpty() && !place.isEmpty()) {
            attributes.put("place", place);
        }
        return new Place(
                Codes.country(cells, "country"),
                subdivision,
                null,
                text.isEmpty() ? null : text,
                Decimals.between(cells, "latitude", -90, 90),
                Decimals.between(cells, "longitude", -180, 180));
    }
}
