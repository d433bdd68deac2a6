package org.vigia.producers.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows between two stray quotes are read, and so is prose of several lines. */
class StrayQuotesTest {

    private static final String UNCLOSED = "UNCLOSED_QUOTE ";

    @Test
    void readsTheRowsBetweenTwoDittoMarks() {
        assertThat(shown("a,\",1\nb,x,2\nc,y,3\nd,\",4\ne,z,5", 3))
                .containsExactly(
                        "1 " + UNCLOSED + "a,\",1", "2 b,x,2", "3 c,y,3", "4 " + UNCLOSED + "d,\",4", "5 e,z,5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Marks in neighbouring rows, in the first, a middle and the last column.
                "\",1,x,y\n\",2,x,y",
                "a,\",1,x\nb,\",2,x",
                "a,1,x,\"\r\nb,2,x,\"",
                // Three marks in each row.
                "a,\",\",\"\nb,1,x,y\nc,\",\",\"",
                // An unclosed cell before a mark, and a mark before inches.
                "a,\"fentanyl,1,x\nb,\",2,x",
                "a,\",1,x\nb,5\",2,x",
                // Quotes that are forgotten at cells that need them, and rows between of which one is bad.
                "a,\"pure, pressed,1,x\nb,1,x,y\nb,1,x\nc,pure, pressed\",1,x",
                // Rows between two marks in different columns, which make a record of the wrong number of cells.
                "a,1,x,\"\nb,2,x,y\n\",3,x,y",
                "a,\",1,x\nb,2,x,y\nc,3,x,\"",
            })
    void givesUpTheRowWithTheMarkAndNoMore(String rows) {
        List<String> lines = rows.lines().toList();

        List<String> shown = shown(rows, 4);

        assertThat(shown.getFirst()).isEqualTo("1 " + UNCLOSED + lines.getFirst());
        assertThat(shown).hasSameSizeAs(lines);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,\"two\nlines\",1",
                "\"two\nlines\",a,1",
                "a,1,\"two\nlines\"",
                "a,1,\"acetone, toluene, ether\nacetone, toluene, ether\"",
                "a,1,\"\nbegins and ends on its own line\n\"",
                "a,\"Calle 5, Centro\n80000 Culiacán,\",1",
                "a,1,\"solvents\n1,1,1-trichloroethane\nin drums\"",
                "a,\"1,4-butanediol\n2,5-dimethoxyamphetamine\",1",
                "a,\"first\n\nthird, with \"\"quotes\"\"\",\"another\ncell\"",
                // Ends of lines only for those who take the bytes of UTF-8 for characters.
                "a,1,\"麻\u0085\u2028,Ņ,\u0085\nx\"",
            })
    void readsProseOfSeveralLines(String record) {
        assertThat(shown(record + "\n", 3)).containsExactly("1 " + record);
    }

    @Test
    void keepsABadRecordWholeIfNoRowIsInside() {
        assertThat(shown("a,\"two\nlines\",1,surplus\nb,x,2", 3))
                .containsExactly("1 a,\"two\nlines\",1,surplus", "3 b,x,2");
    }

    @Test
    void dittoMarksNeverLoseTheRowsBetween() {
        Random random = new Random(1015);
        for (int i = 0; i < 20_000; i++) {
            // given
            char delimiter = ",;\t".charAt(random.nextInt(3));
            int columns = 2 + random.nextInt(8);
            int column = random.nextInt(columns);
            List<String> rows = new ArrayList<>();
            for (int row = 2 + random.nextInt(6); row > 0; row--) {
                boolean marked = random.nextInt(3) == 0;
                rows.add(row(columns, marked ? column : -1, delimiter, random));
            }
            String end = random.nextBoolean() ? "\n" : "\r\n";

            // when
            List<RawRecord> records = Scans.of(String.join(end, rows), delimiter, columns);

            // then
            assertThat(records.stream().map(record -> text(record)).toList()).isEqualTo(rows);
            for (RawRecord record : records) {
                boolean marked = isMarked(text(record), delimiter);
                assertThat(isRow(record, delimiter, columns)).as(text(record)).isNotEqualTo(marked);
            }
        }
    }

    private static boolean isRow(RawRecord record, char delimiter, int columns) {
        try {
            return record.problem() == null
                    && CsvCells.split(record.bytes(), (byte) delimiter).size() == columns;
        } catch (RowRejection e) {
            return false;
        }
    }

    private static boolean isMarked(String row, char delimiter) {
        return (delimiter + row + delimiter).contains(delimiter + "\"" + delimiter);
    }

    private static String row(int columns, int marked, char delimiter, Random random) {
        List<String> cells = new ArrayList<>();
        for (int cell = 0; cell < columns; cell++) {
            String plain = List.of("x", "1.5", "Ñame", " blank", "", "\"\"", "\"quoted" + delimiter + "cell\"")
                    .get(random.nextInt(cell == marked - 1 ? 6 : 7));
            cells.add(cell == marked ? "\"" : plain);
        }
        // An empty line is no row.
        cells.set(0, marked == 0 ? "\"" : "id");
        return String.join(String.valueOf(delimiter), cells);
    }

    @Test
    void proseOfSeveralLinesIsReadUnchanged() {
        Random random = new Random(4180);
        for (int i = 0; i < 20_000; i++) {
            // given
            char delimiter = ",;\t".charAt(random.nextInt(3));
            int columns = 2 + random.nextInt(12);
            List<List<String>> table = new ArrayList<>();
            for (int row = 1 + random.nextInt(4); row > 0; row--) {
                List<String> cells = new ArrayList<>(Collections.nCopies(columns, "x"));
                for (int prose = 1 + random.nextInt(2); prose > 0; prose--) {
                    cells.set(random.nextInt(columns), prose(random));
                }
                table.add(cells);
            }

            // when
            List<RawRecord> records = Scans.of(written(table, delimiter), delimiter, columns);

            // then
            assertThat(records.stream()
                            .map(record -> record.problem() == null
                                    ? CsvCells.split(record.bytes(), (byte) delimiter)
                                    : List.of(Scans.show(record)))
                            .toList())
                    .isEqualTo(table);
        }
    }

    private static final List<String> WORDS = List.of(
            "fentanyl",
            "Culiacán",
            "80000",
            "1,500 kg",
            "5\" pipe",
            "\"El Norte\"",
            "3,4-MDP-2-P",
            "drums",
            "Calle 5 #12",
            "toluene",
            "N,N-dimethylformamide",
            "found at dawn",
            "in sacks",
            "Mr. Doe");
    private static final List<String> MARKS = List.of(" ", " ", " ", ", ", ", ", "; ", ". ", ": ", " - ");

    /** Lines of an address, a comment or an enumeration. */
    private static String prose(Random random) {
        List<String> lines = new ArrayList<>();
        for (int line = 2 + random.nextInt(4); line > 0; line--) {
            StringBuilder text = new StringBuilder();
            for (int word = random.nextInt(lines.isEmpty() ? 1 : 0, 9); word > 0; word--) {
                text.append(text.isEmpty() ? "" : MARKS.get(random.nextInt(MARKS.size())));
                text.append(WORDS.get(random.nextInt(WORDS.size())));
            }
            lines.add(text + (text.isEmpty() || random.nextInt(4) > 0 ? "" : ","));
        }
        return String.join(random.nextBoolean() ? "\n" : "\r\n", lines);
    }

    private static String written(List<List<String>> table, char delimiter) {
        return table.stream()
                .map(row -> row.stream()
                        .map(cell -> cell.equals("x") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(String.valueOf(delimiter))))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> shown(String rows, int columns) {
        return Scans.of(rows, ',', columns).stream().map(Scans::show).toList();
    }

    private static String text(RawRecord record) {
        return new String(record.bytes(), StandardCharsets.UTF_8);
    }
}
