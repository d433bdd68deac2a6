package org.vigia.trends.surges;

import org.vigia.trends.claims.Cell;

/**
 * Where something is seized.
 *
 * @param country ISO 3166-1 alpha-2, empty if unknown
 * @param name ISO 3166-2, or the area as the partner names it
 */
record Area(String country, String name) implements Comparable<Area> {

    static Area of(Cell cell) {
        return new Area(cell.country(), cell.area());
    }

    @Override
    public int compareTo(Area other) {
        int byCountry = country.compareTo(other.country);
        return byCountry == 0 ? name.compareTo(other.name) : byCountry;
    }

    /** The name; the country where there is none. */
    @Override
    public String toString() {
        return name.isEmpty() ? "an unnamed area of " + (country.isEmpty() ? "an unknown country" : country) : name;
    }
}
