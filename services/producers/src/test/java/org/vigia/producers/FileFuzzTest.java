package org.vigia.producers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigia.events.LedgerEntry;

/** Whatever bytes a partner sends, the load ends, and every row is accounted for. */
class FileFuzzTest {

    private static final String[] FEEDS = {"cbp-amo", "vigia-seizures", "vigia-shipments", "vigia-watch-list"};
    private static final String[] SEEDS = {"""
        FY,Month (abbv),Component,Region,Land Filter,Branch,Drug Type,Count of Event,Sum Qty (lbs)
        2026 (FYTD),DEC,AMO,Coastal,Other,"Miami, FL",Cocaine,1,1702.83
        2025,MAR,AMO,X,Land,Y,Lsd,0,0.0
        """, """
        seizure_id,occurred_at,status,country,substance,quantity,unit,note
        A,2024-03-05,,MX,fentanyl,1.5,kg,"a
        b"
        A,2024-03-05,,MX,heroin,2,lb,
        A,,RETRACTED,,,,,
        B,2024-03,PRESUMPTIVE,US,lsd,10,blots,
        """, """
        {"shipment_id":"H","line":1,"departed_at":"2024-03-05","description":"acetone","quantity":1.5,"unit":"t"}
        {"shipment_id":"H","line":"2","arrived_at":"2024-03-05","description":"x","containers":["A","B"]}
        """, """
        authority\tlist\tname\tcas\tlisted_from
        UN\tT\tAcetone\t67-64-1\t1988
        UN\tT\tEther\t\t2020-05-15 (note)
        """};

    @TempDir
    Path directory;

    @Test
    void everyMutantIsAccountedFor() {
        Random random = new Random(99);
        try (Bench bench = new Bench(directory)) {
            for (int i = 0; i < 2_000; i++) {
                // given
                int which = random.nextInt(FEEDS.length);
                byte[] mutant = mutate(SEEDS[which].getBytes(StandardCharsets.UTF_8), random);

                // when
                LedgerEntry ledger = bench.load(FEEDS[which], "mutant", mutant);

                // then
                assertThat(ledger.getAccepted()
                                + ledger.getUnchanged()
                                + ledger.getRevised()
                                + ledger.getRetracted()
                                + ledger.getRejected())
                        .isEqualTo(ledger.getRead());
            }
            long rejected = bench.log.ledger().stream()
                    .mapToLong(LedgerEntry::getRejected)
                    .sum();
            assertThat(bench.log.rejected())
                    .hasSize((int) rejected)
                    .allSatisfy(record -> assertThat(record.getDetail()).isNotBlank());
        }
    }

    private static byte[] mutate(byte[] bytes, Random random) {
        String nasty = "\",\n\r\0\t{}[]|:-0e";
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            int at = random.nextInt(bytes.length);
            bytes[at] = random.nextBoolean()
                    ? (byte) nasty.charAt(random.nextInt(nasty.length()))
                    : (byte) random.nextInt(256);
        }
        return bytes;
    }
}
