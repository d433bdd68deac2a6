package org.vigia.simulation.world;

import java.util.List;

/**
 * A dismantled laboratory.
 *
 * @param kind as in the format vigia-labs
 */
public record Laboratory(String id, Area area, int day, String kind, String capacity, List<Item> items) {

    public Laboratory {
        items = List.copyOf(items);
    }

    /**
     * A thing found.
     *
     * @param kind CHEMICAL, PRODUCT or EQUIPMENT
     * @param quantity in the unit; 0 if not said
     */
    public record Item(
            String kind,
            String substance,
            String cas,
            long quantity,
            String unit,
            String lot,
            String container,
            String seal,
            String description) {}
}
