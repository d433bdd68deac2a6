package org.vigia.trends.surges;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which areas are neighbours: they share a border, lie on one coast, or are areas of responsibility that adjoin. The
 * table, {@code neighbours.csv} beside this class, holds the states of Mexico and of the United States, the offices and
 * sectors of US Customs and Border Protection as its releases name them, and port ranges, each line with its public
 * source. An area that the table does not have counts as a neighbour of every other area of its country, and alerts say so.
 */
final class Neighbours {

    /** How two areas of which the table has not both are neighbours. */
    static final String SAME_COUNTRY = "same country";

    private static final String HEADER = "relation,country,area,neighbours,source";
    private static final String COAST = "coast";
    private static final Pattern ISO_3166_2 = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");
    private static final Neighbours STANDARD = read("neighbours.csv");

    private final Map<Area, Map<Area, Set<String>>> relations;

    private Neighbours(Map<Area, Map<Area, Set<String>>> relations) {
        this.relations = relations;
    }

    /** The table that Vigía ships. */
    static Neighbours standard() {
        return STANDARD;
    }

    /** Whether two areas are neighbours; no area is its own. */
    boolean are(Area one, Area other) {
        return !relation(one, other).isEmpty();
    }

    /** How two areas are neighbours, as {@code border and coast}; empty if they are not. */
    String relation(Area one, Area other) {
        if (one.equals(other)) {
            return "";
        }
        Map<Area, Set<String>> of = relations.get(one);
        if (of == null || !relations.containsKey(other)) {
            return one.country().equals(other.country()) ? SAME_COUNTRY : "";
        }
        return String.join(" and ", of.getOrDefault(other, Set.of()));
    }

    /** Areas of the table, for tests of it. */
    Set<Area> areas() {
        return relations.keySet();
    }

    private static Neighbours read(String resource) {
        try (InputStream in = Neighbours.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the class path");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }

    /** The table in lines of comma-separated values without quotes, header first; neighbours are divided by {@code |}. */
    static Neighbours parse(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw new IllegalArgumentException("The table of neighbours must begin with " + HEADER);
        }
        Map<Area, Map<Area, Set<String>>> relations = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split(",", -1));
            if (cells.size() != 5 || cells.get(4).isBlank()) {
                throw new IllegalArgumentException(
                        "The table of neighbours needs five cells and a source a line: " + line);
            }
            String relation = cells.get(0);
            List<Area> others = areas(cells.get(1), cells.get(3));
            if (relation.equals(COAST)) {
                others.forEach(one -> others.forEach(other -> relate(relations, one, other, relation)));
            } else {
                Area area = area(cells.get(1), cells.get(2));
                relations.computeIfAbsent(area, a -> new HashMap<>());
                others.forEach(other -> relate(relations, area, other, relation));
            }
        }
        return new Neighbours(relations);
    }

    private static List<Area> areas(String country, String names) {
        List<Area> areas = new ArrayList<>();
        if (!names.isEmpty()) {
            for (String name : names.split("\\|", -1)) {
                areas.add(area(country, name));
            }
        }
        return areas;
    }

    /** The code of a subdivision says its country; a name lies in the country of the line. */
    private static Area area(String country, String name) {
        return new Area(ISO_3166_2.matcher(name).matches() ? name.substring(0, 2) : country, name);
    }

    private static void relate(Map<Area, Map<Area, Set<String>>> relations, Area one, Area other, String relation) {
        put(relations, one, other, relation);
        put(relations, other, one, relation);
    }

    private static void put(Map<Area, Map<Area, Set<String>>> relations, Area one, Area other, String relation) {
        Map<Area, Set<String>> of = relations.computeIfAbsent(one, a -> new HashMap<>());
        if (!one.equals(other)) {
            of.computeIfAbsent(other, a -> new TreeSet<>()).add(relation);
        }
    }
}
