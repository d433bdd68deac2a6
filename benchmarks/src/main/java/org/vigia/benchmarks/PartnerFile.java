package org.vigia.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/** A file of seizures in Vigía's own format, none of which was sent before. */
final class PartnerFile {

    private static final String[] AREAS = {"MX-SIN", "MX-BCN", "MX-SON", "MX-CHH", "MX-JAL", "MX-MIC", "US-CA", "US-AZ"
    };
    private static final String[] DRUGS = {"fentanyl", "Metanfetamina", "cocaína", "heroin", "marihuana", "ketamine"};
    private static final String[] AGENCIES = {"SEDENA", "SEMAR", "FGR", "Guardia Nacional"};

    private PartnerFile() {}

    /**
     * Writes a file.
     *
     * @param round part of every id, so that no two files speak of the same event
     */
    static Path write(Path directory, int round, long rows) throws IOException {
        Path file = directory.resolve("seizures-" + round + ".csv");
        SplittableRandom random = new SplittableRandom(round);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("seizure_id,occurred_at,status,country,area,place,agency,substance,form,quantity,unit,mode\n");
            for (long row = 0; row < rows; row++) {
                String area = AREAS[random.nextInt(AREAS.length)];
                out.write(String.format(
                        Locale.ROOT,
                        "S%d-%08d,2024-%02d-%02d,CONFIRMED,%s,%s,Municipio %d,%s,%s,powder,%d.%03d,kg,PASSENGER_VEHICLE%n",
                        round,
                        row,
                        1 + random.nextInt(12),
                        1 + random.nextInt(28),
                        area.substring(0, 2),
                        area,
                        random.nextInt(300),
                        AGENCIES[random.nextInt(AGENCIES.length)],
                        DRUGS[random.nextInt(DRUGS.length)],
                        random.nextInt(500),
                        random.nextInt(1000)));
            }
        }
        return file;
    }
}
