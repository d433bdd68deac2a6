package org.vigia.simulation.world;

import java.util.List;

/**
 * Where drugs are seized, and who seizes them.
 *
 * @param code ISO 3166-2
 */
public record Area(String country, String code, String place, String agency) {

    private static final List<Area> ALL = Table.rows("areas.csv").stream()
            .map(cells -> new Area(cells.get(0), cells.get(1), cells.get(2), cells.get(3)))
            .toList();

    public static List<Area> all() {
        return ALL;
    }

    public boolean spanish() {
        return List.of("MX", "CO", "GT", "EC", "ES", "CR", "PA", "PE", "HN").contains(country);
    }
}
