package org.vigia.screening.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which controlled drugs a listed chemical is a precursor of, as the UN tables and INCB's reports group them; {@code
 * precursor-families.csv} gives the list of each. Solvents and common acids are left out: they serve for all drugs and
 * for half of industry, so that two of them together mean nothing.
 */
final class Families {

    private static final int COLUMNS = 3;

    private static final Families SHIPPED = read();

    private final Map<String, List<String>> byCas = new HashMap<>();
    private final SortedMap<String, SortedSet<String>> members = new TreeMap<>();

    private Families() {}

    static Families shipped() {
        return SHIPPED;
    }

    private static Families read() {
        Families families = new Families();
        for (String[] cells : SettingsCatalogue.rows("precursor-families.csv", COLUMNS)) {
            List<String> drugs = List.of(cells[1].split(" \\| "));
            families.byCas.put(cells[0], drugs);
            drugs.forEach(drug -> families.members
                    .computeIfAbsent(drug, ignored -> new TreeSet<>())
                    .add(cells[0]));
        }
        return families;
    }

    /** The drugs of a chemical by CAS number; none if it is in no family. */
    List<String> of(String cas) {
        return byCas.getOrDefault(cas, List.of());
    }

    /** CAS numbers of a family. */
    SortedSet<String> members(String drug) {
        return members.getOrDefault(drug, new TreeSet<>());
    }
}
