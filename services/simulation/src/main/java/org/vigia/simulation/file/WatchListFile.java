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

    /** 1 January 2015, eight years before the period. */
    private static final int LONG_AGO = -2922;

    private WatchListFile() {}

    /** Writes the list as it first comes out. */
    public static void write(Path file) throws IOException {
        try (CsvFile csv = new CsvFile(file, HEADER)) {
            for (Substance substance : Substance.all()) {
                if (substance.listed()) {
                    row(csv, substance, substance.role() == Role.LATER ? ListingDays.of(substance) : LONG_AGO);
                }
            }
        }
    }

    /** Writes the rows whose date is corrected afterwards: the late listings were in force before. */
    public static void writeCorrections(Path file) throws IOException {
        try (CsvFile csv = new CsvFile(file, HEADER)) {
            for (Substance substance : Substance.of(Role.LATER)) {
                row(csv, substance, ListingDays.corrected(substance));
            }
        }
    }

    private static void row(CsvFile csv, Substance substance, int listedFrom) throws IOException {
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
        csv.cell(substance.hs()).cell(Season.date(listedFrom).toString());
        csv.empty(1).cell("vigia simulate; dates and thresholds invented").end();
    }
}
