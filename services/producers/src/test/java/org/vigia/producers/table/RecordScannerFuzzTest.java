package org.vigia.producers.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a file holds, scanning and splitting it ends, and every byte belongs to one record. */
class RecordScannerFuzzTest {

    private static final byte[] SEED = """
            seizure_id,occurred_at,place,quantity,unit
            S-1,2024-03-05,"Culiacán, ""centro\""",1.5,kg
            S-2,2024-03,"two
            lines",2,lb
            S-3,2024-03-05T10:00:00Z,,,

            S-4,2024-03-05,Nogales,68.576,kg
            """.getBytes(StandardCharsets.UTF_8);
    private static final byte[] NASTY = {'"', ',', '\n', '\r', 0, (byte) 0xFF, (byte) 0xC3, ' ', '\t', '{'};

    @Test
    void everyByteOfEveryMutantIsAccountedFor() {
        Random random = new Random(20240305);
        for (int i = 0; i < 20_000; i++) {
            // given
            byte[] mutant = mutate(SEED, random);

            // when
            List<RawRecord> records = Scans.of(mutant, ',', 5);

            // then
            assertThat(records.stream().mapToLong(RawRecord::length).sum()).isEqualTo(mutant.length);
            assertThat(records.stream().map(RawRecord::line).toList())
                    .isSorted()
                    .doesNotHaveDuplicates();
            records.forEach(RecordScannerFuzzTest::split);
        }
    }

    private static void split(RawRecord record) {
        if (record.problem() == null) {
            try {
                CsvCells.split(record.bytes(), (byte) ',');
            } catch (RowRejection e) {
                assertThat(e.detail()).isNotBlank();
            }
        }
    }

    private static byte[] mutate(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        int mutations = 1 + random.nextInt(6);
        for (int i = 0; i < mutations && bytes.length > 0; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = NASTY[random.nextInt(NASTY.length)];
                case 1 -> bytes = Arrays.copyOf(bytes, at);
                case 2 -> bytes = insert(bytes, at, NASTY[random.nextInt(NASTY.length)]);
                default -> bytes[at] = (byte) random.nextInt(256);
            }
        }
        return bytes;
    }

    private static byte[] insert(byte[] bytes, int at, byte b) {
        byte[] longer = new byte[bytes.length + 1];
        System.arraycopy(bytes, 0, longer, 0, at);
        longer[at] = b;
        System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
        return longer;
    }
}
