package org.vigia.simulation.file;

import java.io.IOException;
import java.nio.file.Path;
import org.vigia.simulation.planted.ListingDays;
import org.vigia.simulation.world.Season;
import org.vigia.simulation.world.Substance;
import org.vigia.simulation.world.Substance.Role;

/**
 * The watch list as format vigia-watch-list. Substances are those of public control lists; authority, dates and
 * thresholds are the simulation's own, and say so, so that nobody takes them for law.
 */
public final class WatchListFile {

    private static final String HEADER =
            "authority,list,name,cas,synonyms,class_rule,threshold,threshold_unit,hs_codes,listed_from,listed_until,source";

    private WatchListFile() {}

    public static void write(Path file) throws IOException {
        try (CsvFile csv = new CsvFile(file, HEADER)) {
            for (Substance substance : Substance.all()) {
                if (substance.listed()) {
                    row(csv, substance);
                }
            }
        }
    }

    private static void row(CsvFile csv, Substance substance) throws IOException {
        boolean later = substance.role() == Role.LATER;
        String synonyms = substance.synonyms().isEmpty()
                ? substance.spanish()
                : substance.synonyms() + " | " + substance.spanish();
        csv.cell("Simulated authority").cell(later ? "Simulated list B" : "Simulated list A");
        csv.cell(substance.name()).cell(substance.cas()).cell(synonyms).empty(1);
        if (substance.thresholdKg() > 0) {
            csv.whole(substance.thresholdKg()).cell("kg");
        } else {
            csv.empty(2);
        }
        csv.cell(substance.hs());
        csv.cell(later ? Season.date(ListingDays.of(substance)).toString() : "2015-01-01");
        csv.empty(1).cell("vigia simulate; dates and thresholds invented").end();
    }
}
