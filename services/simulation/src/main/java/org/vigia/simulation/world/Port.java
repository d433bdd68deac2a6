package org.vigia.simulation.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A sea port.
 *
 * @param locode UN/LOCODE
 * @param country ISO 3166-1 alpha-2
 * @param area ISO 3166-2
 * @param weight its part of the trade; 0 for ports that only new routes come from
 */
public record Port(String locode, String country, String area, String city, String district, int weight) {

    private static final List<String> ASIA = List.of("CN", "IN", "KR");

    private static final List<Port> ALL = Table.rows("ports.csv").stream()
            .map(cells -> new Port(
                    cells.get(0),
                    cells.get(1),
                    cells.get(2),
                    cells.get(3),
                    cells.get(4),
                    Integer.parseInt(cells.get(5))))
            .toList();

    private static final Map<String, Port> BY_LOCODE = new HashMap<>();
    private static final List<Port> ORIGINS = new ArrayList<>();
    private static final List<Port> DESTINATIONS = new ArrayList<>();
    private static final List<Port> UNUSUAL = new ArrayList<>();

    static {
        for (Port port : ALL) {
            BY_LOCODE.put(port.locode, port);
            if (port.weight == 0) {
                UNUSUAL.add(port);
            }
            for (int i = 0; i < port.weight; i++) {
                (ASIA.contains(port.country) ? ORIGINS : DESTINATIONS).add(port);
            }
        }
    }

    static Port at(String locode) {
        return Objects.requireNonNull(BY_LOCODE.get(locode), locode);
    }

    /** Where goods come from, each port as often as its weight. */
    static List<Port> origins() {
        return ORIGINS;
    }

    /** Where goods go to, each port as often as its weight. */
    static List<Port> destinations() {
        return DESTINATIONS;
    }

    /** Ports that no ordinary shipment of a listed substance leaves from. */
    public static List<Port> unusual() {
        return UNUSUAL;
    }

    /** Its place in the table. */
    long number() {
        return ALL.indexOf(this);
    }

    /** Whose names and forms of companies are customary there. */
    String region() {
        return switch (country) {
            case "CN", "AE", "VN", "TR", "TH", "MY", "ID" -> "CN";
            case "IN", "KR", "US" -> country;
            case "BE", "NL", "DE" -> "EUROPE";
            default -> "LATIN";
        };
    }

    public boolean spanish() {
        return region().equals("LATIN") && !country.equals("BR");
    }
}
