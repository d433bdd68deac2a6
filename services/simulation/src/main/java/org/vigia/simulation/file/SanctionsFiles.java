package org.vigia.simulation.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.vigia.simulation.planted.SanctionedParty;
import org.vigia.simulation.world.Draw;

/**
 * The sanctions list as OFAC lays out its SDN list: four files without header, {@code -0-} with a blank for nothing, lines that
 * end with CR LF, a last byte 0x1A, and remarks of more than 1,000 characters that go on in a file of their own.
 */
public final class SanctionsFiles {

    private static final String NOTHING = "-0- ";
    private static final String END = "\r\n";
    private static final char LAST = 0x1A;
    private static final int LONGEST_REMARKS = 1_000;
    private static final int FIRST_ENTRY = 90_001;
    private static final int LONG_REMARKS_OF = 1;
    private static final List<String> COUNTRIES = List.of("Panama", "China", "Mexico", "Turkey");

    private SanctionsFiles() {}

    /** Writes the files into a directory, which is made. */
    public static void write(Path directory, long seed) throws IOException {
        Files.createDirectories(directory);
        StringBuilder names = new StringBuilder();
        StringBuilder aliases = new StringBuilder();
        StringBuilder addresses = new StringBuilder();
        StringBuilder comments = new StringBuilder();
        for (int i = 0; i < SanctionedParty.COUNT; i++) {
            SanctionedParty party = SanctionedParty.of(seed, i);
            Draw draw = new Draw(seed, Draw.Topic.SANCTIONED, 1_000 + i);
            int entry = FIRST_ENTRY + i;
            String programs = draw.chance(0.5) ? "SDNTK" : "SDNTK] [ILLICIT-DRUGS-EO14059";
            String remarks = remarks(i);
            names.append(entry).append(',').append(quoted(party.listed())).append(',');
            names.append(party.person() ? quoted("individual") : NOTHING)
                    .append(',')
                    .append(quoted(programs));
            names.append((',' + NOTHING).repeat(7)).append(',');
            names.append(quoted(remarks.substring(0, Math.min(remarks.length(), LONGEST_REMARKS))))
                    .append(END);
            if (remarks.length() > LONGEST_REMARKS) {
                comments.append(entry)
                        .append(',')
                        .append(quoted(remarks.substring(LONGEST_REMARKS)))
                        .append(END);
            }
            aliases.append(entry).append(',').append(70_001 + i).append(",\"aka\",");
            aliases.append(quoted(party.listedAlias()))
                    .append(',')
                    .append(NOTHING)
                    .append(END);
            addresses
                    .append(entry)
                    .append(',')
                    .append(80_001 + i)
                    .append(',')
                    .append(NOTHING)
                    .append(',');
            addresses
                    .append(NOTHING)
                    .append(',')
                    .append(quoted(draw.of(COUNTRIES)))
                    .append(',')
                    .append(NOTHING);
            addresses.append(END);
        }
        write(directory.resolve("sdn.csv"), names.append(LAST));
        write(directory.resolve("alt.csv"), aliases.append(LAST));
        write(directory.resolve("add.csv"), addresses.append(LAST));
        write(directory.resolve("sdn_comments.csv"), comments);
    }

    private static String remarks(int number) {
        String remarks = "Invented for a simulation.";
        return number == LONG_REMARKS_OF ? remarks + " Linked To: SIMULATED NETWORK;".repeat(40) : remarks;
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static void write(Path file, CharSequence text) throws IOException {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
        }
    }
}
