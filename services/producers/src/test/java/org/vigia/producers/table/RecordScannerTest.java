package org.vigia.producers.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigia.events.RejectionReason;

class RecordScannerTest {

    @Test
    void endsLinesWithEitherLineEndAndCountsThem() {
        assertThat(shown("a,b\nc\r\nd\re")).containsExactly("1 a,b", "2 c", "3 d", "4 e");
    }

    @Test
    void keepsLineEndsInsideQuotesAndGoesOnCountingPhysicalLines() {
        assertThat(shown("a,\"x\r\ny\nz\",b\nc")).containsExactly("1 a,\"x\r\ny\nz\",b", "4 c");
    }

    @Test
    void takesAQuoteInsideAnUnquotedCellAsItIs() {
        assertThat(shown("5\" pipe,x\nb")).containsExactly("1 5\" pipe,x", "2 b");
    }

    @Test
    void givesUpOnlyTheLineWhoseQuoteNeverCloses() {
        assertThat(shown("a,\"open,1\nb,2\nc,3\n")).containsExactly("1 UNCLOSED_QUOTE a,\"open,1", "2 b,2", "3 c,3");
    }

    @Test
    void givesUpOnlyTheLineWhoseQuoteClosesAtTheOpeningOfAnother() {
        assertThat(shown("a,\"open,1\nb,2\n\"c, d\",3\n"))
                .containsExactly("1 UNCLOSED_QUOTE a,\"open,1", "2 b,2", "3 \"c, d\",3");
    }

    @Test
    void countsLinesRightAfterAnUnclosedQuoteInAFileWithCarriageReturns() {
        assertThat(shown("a,\"open\r\nb\r\n")).containsExactly("1 UNCLOSED_QUOTE a,\"open", "2 b");
    }

    @Test
    void givesUpACellOfTenMegabytesWithoutKeepingIt() {
        // given
        String large = "x".repeat(10 << 20);

        // when
        List<RawRecord> records = Scans.of("a,b\n1," + large + "\n2,y\n");

        // then
        RawRecord bad = records.get(1);
        assertThat(bad.problem()).isEqualTo(RejectionReason.CELL_TOO_LARGE);
        assertThat(bad.bytes()).hasSize(RecordScanner.KEPT_OF_BAD);
        assertThat(bad.length()).isEqualTo(large.length() + 3L);
        assertThat(Scans.show(records.get(2))).isEqualTo("3 2,y");
    }

    @Test
    void takesAQuotedCellThatRunsOverManyLinesPastTheLimitForAnUnclosedQuote() {
        // given
        String lines = "good,row\n".repeat((RecordScanner.CELL_LIMIT / 9) + 10);

        // when
        List<RawRecord> records = Scans.of("\"open\n" + lines);

        // then
        assertThat(records.getFirst().problem()).isEqualTo(RejectionReason.UNCLOSED_QUOTE);
        assertThat(records).hasSize((RecordScanner.CELL_LIMIT / 9) + 11);
        assertThat(records.subList(1, records.size())).allMatch(record -> record.problem() == null);
    }

    @Test
    void givesUpARecordOfManyCellsThatIsTooLong() {
        List<RawRecord> records = Scans.of("x,".repeat(RecordScanner.RECORD_LIMIT) + "\nb\n");

        assertThat(records.getFirst().problem()).isEqualTo(RejectionReason.CELL_TOO_LARGE);
        assertThat(Scans.show(records.get(1))).isEqualTo("2 b");
    }

    @Test
    void seesTheSameRecordsHoweverTheStreamIsCut() {
        // given
        String text = "a,\"x\r\n\"\"y\"\"\",b\r\nc,\"open\r\nd,e\r\n\r\n\"f\",g";
        Random random = new Random(7);

        for (int i = 0; i < 200; i++) {
            // when
            List<RawRecord> records = Scans.of(new Dripping(text.getBytes(StandardCharsets.UTF_8), random));

            // then
            assertThat(records.stream().map(Scans::show).toList()).isEqualTo(shown(text));
        }
    }

    private static List<String> shown(String text) {
        return Scans.of(text).stream().map(Scans::show).toList();
    }

    /** Gives one to three bytes at a time. */
    private static final class Dripping extends FilterInputStream {

        private final Random random;

        Dripping(byte[] bytes, Random random) {
            super(new ByteArrayInputStream(bytes));
            this.random = random;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return super.read(bytes, offset, Math.min(length, 1 + random.nextInt(3)));
        }
    }
}
