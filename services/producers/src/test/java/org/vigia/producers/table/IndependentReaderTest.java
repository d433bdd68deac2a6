package org.vigia.producers.table;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** On well-formed files our reader and FastCSV see the same cells in the same lines. */
class IndependentReaderTest {

    private static final String[] PIECES = {"a", "Ñ", "\"", ",", "\n", "\r\n", " ", "1.5", "麻", "|", "'"};

    @Test
    void readsWhatAnIndependentWriterWritesAsAnIndependentReaderDoes() throws IOException {
        Random random = new Random(42);
        for (int i = 0; i < 2_000; i++) {
            // given
            String file = write(random);

            // when
            List<List<String>> ours = new ArrayList<>();
            List<Long> lines = new ArrayList<>();
            for (RawRecord record : Scans.of(file)) {
                if (!record.blank()) {
                    ours.add(CsvCells.split(record.bytes(), (byte) ','));
                    lines.add(record.line());
                }
            }

            // then
            try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
                List<CsvRecord> theirs = reader.stream().toList();
                assertThat(ours)
                        .as(file)
                        .isEqualTo(theirs.stream().map(CsvRecord::getFields).toList());
                assertThat(lines)
                        .as(file)
                        .isEqualTo(theirs.stream()
                                .map(CsvRecord::getStartingLineNumber)
                                .toList());
            }
        }
    }

    private static String write(Random random) throws IOException {
        StringWriter file = new StringWriter();
        LineDelimiter end = random.nextBoolean() ? LineDelimiter.LF : LineDelimiter.CRLF;
        try (CsvWriter writer = CsvWriter.builder().lineDelimiter(end).build(file)) {
            int rows = 1 + random.nextInt(5);
            for (int row = 0; row < rows; row++) {
                List<String> cells = new ArrayList<>();
                cells.add("id" + row);
                for (int cell = random.nextInt(4); cell > 0; cell--) {
                    StringBuilder text = new StringBuilder();
                    for (int piece = random.nextInt(5); piece > 0; piece--) {
                        text.append(PIECES[random.nextInt(PIECES.length)]);
                    }
                    cells.add(text.toString());
                }
                writer.writeRecord(cells);
            }
        }
        return new String(file.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
