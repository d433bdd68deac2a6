package org.vigia.producers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigia.events.ClaimStatus;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.RejectedRecord;
import org.vigia.events.SeizedItem;
import org.vigia.events.Seizure;
import org.vigia.events.TimePrecision;

/** Claims of several rows, corrected and taken back within and across files. */
class ClaimHistoryTest {

    private static final String HEADER = "seizure_id,occurred_at,status,country,agency,substance,quantity,unit\n";
    private static final String A1 = "A,2024-03-05,PRESUMPTIVE,MX,FGR,fentanyl,1,kg\n";
    private static final String A2 = "A,2024-03-05,PRESUMPTIVE,MX,FGR,heroin,2,kg\n";
    private static final String B = "B,2024-03-06,,MX,FGR,cocaine,3,kg\n";
    private static final String A1_CONFIRMED = "A,2024-03-05,CONFIRMED,MX,FGR,fentanyl,1.1,kg\n";
    private static final String A_RETRACTED = "A,,RETRACTED,,,,,\n";

    @TempDir
    Path directory;

    @Test
    void putsRowsOfOneSeizureTogetherWhereverTheyStand() {
        try (Bench bench = new Bench(directory)) {
            var ledger = bench.load("vigia-seizures", HEADER + A1 + B + A2);

            assertThat(Bench.counts(ledger)).isEqualTo("3 0 0 0 0");
            Seizure seizure = bench.log.latest(bench.topics.seizures, "vigia:A");
            assertThat(seizure.getItems()).extracting(SeizedItem::getSubstance).containsExactly("fentanyl", "heroin");
            assertThat(seizure.getEnvelope().getSource().getLine()).isEqualTo(2);
        }
    }

    @Test
    void doesNotCareAboutTheOrderOfRows() {
        try (Bench bench = new Bench(directory)) {
            bench.load("vigia-seizures", HEADER + A1 + A2 + B);

            var ledger = bench.load("vigia-seizures", HEADER + B + A2 + A1);

            assertThat(Bench.counts(ledger)).isEqualTo("0 3 0 0 0");
        }
    }

    @Test
    void takesAnIdenticalRowForARepetition() {
        try (Bench bench = new Bench(directory)) {
            var ledger = bench.load("vigia-seizures", HEADER + A1 + A1 + A2);

            assertThat(Bench.counts(ledger)).isEqualTo("2 1 0 0 0");
            assertThat(bench.log.latest(bench.topics.seizures, "vigia:A").getItems())
                    .hasSize(2);
        }
    }

    @Test
    void readsTheHistoryThatAFileTellsOnceOnly() {
        try (Bench bench = new Bench(directory)) {
            // given
            String file = HEADER + A1 + A2 + A1_CONFIRMED + A_RETRACTED;

            // when
            var first = bench.load("vigia-seizures", file);
            var again = bench.load("vigia-seizures", file);

            // then
            assertThat(Bench.counts(first)).isEqualTo("2 0 1 1 0");
            assertThat(Bench.counts(again)).isEqualTo("0 4 0 0 0");
            assertThat(bench.log.records(bench.topics.seizures))
                    .extracting(seizure -> seizure.getEnvelope().getStatus())
                    // The heroin is still presumptive when the fentanyl is confirmed.
                    .containsExactly(ClaimStatus.PRESUMPTIVE, ClaimStatus.PRESUMPTIVE, ClaimStatus.RETRACTED);
        }
    }

    @Test
    void takesBackWhatWasNeverClaimed() {
        try (Bench bench = new Bench(directory)) {
            var ledger = bench.load("vigia-seizures", HEADER + A_RETRACTED);
            var again = bench.load("vigia-seizures", HEADER + A_RETRACTED);

            assertThat(Bench.counts(ledger)).isEqualTo("0 0 0 1 0");
            assertThat(Bench.counts(again)).isEqualTo("0 1 0 0 0");
            Seizure seizure = bench.log.latest(bench.topics.seizures, "vigia:A");
            assertThat(seizure.getEnvelope().getPrecision()).isEqualTo(TimePrecision.UNKNOWN);
        }
    }

    @Test
    void landsTheGoodRowsOfAClaimAndSaysThatItIsIncomplete() {
        try (Bench bench = new Bench(directory)) {
            var ledger = bench.load("vigia-seizures", HEADER + A1 + "A,2024-03-05,PRESUMPTIVE,MX,FGR,lsd,4,stone\n");

            assertThat(Bench.counts(ledger)).isEqualTo("1 0 0 0 1");
            assertThat(bench.log.rejected())
                    .singleElement()
                    .extracting(RejectedRecord::getDetail)
                    .asString()
                    .contains("other rows of vigia:A were taken", "incomplete");
        }
    }

    @Test
    void leavesToTheOtherRowsWhatARowDoesNotSay() {
        try (Bench bench = new Bench(directory)) {
            var ledger =
                    bench.load("vigia-seizures", HEADER + "A,2024-03-05,,MX,FGR,fentanyl,1,kg\nA,,,,,heroin,2,kg\n");

            assertThat(Bench.counts(ledger)).isEqualTo("2 0 0 0 0");
            Seizure seizure = bench.log.latest(bench.topics.seizures, "vigia:A");
            assertThat(seizure.getItems()).hasSize(2);
            assertThat(seizure.getEnvelope().getAgency()).isEqualTo("FGR");
        }
    }

    @Test
    void beginsTheNextClaimOfAShipmentWhereALineComesAgainWithOtherContent() {
        try (Bench bench = new Bench(directory)) {
            // given
            String header = "shipment_id,line,departed_at,origin_port,containers,description,cas,quantity,unit\n";
            String line1 = "H,1,2024-03-05,CNSHA,C2,acetone,67-64-5,10,kg\n";
            String line2 = "H,2,2024-03-05,CNSHA,C1,toluene,,20,L\n";
            String line10 = "H,10,2024-03-05,CNSHA,C1,ether,,30,gal\n";

            // when
            var ledger =
                    bench.load("vigia-shipments", header + line10 + line1 + line2 + line1.replace(",10,kg", ",12,kg"));

            // then
            assertThat(Bench.counts(ledger)).isEqualTo("3 0 1 0 0");
            PrecursorShipment latest = bench.log.latest(bench.topics.precursorShipments, "vigia:H");
            assertThat(latest.getGoods()).extracting(goods -> goods.getLine()).containsExactly("1", "2", "10");
            assertThat(latest.getGoods().getFirst().getQuantity().getAmount()).isEqualTo("12");
            assertThat(latest.getEnvelope().getSource().getLine()).isEqualTo(5);
            PrecursorShipment first =
                    bench.log.records(bench.topics.precursorShipments).getFirst();
            assertThat(first.getGoods()).extracting(goods -> goods.getLine()).containsExactly("1", "2", "10");
            assertThat(first.getGoods().getFirst().getCas()).isEqualTo("67-64-5");
            assertThat(first.getGoods())
                    .extracting(goods -> goods.getSourceLine())
                    .containsExactly(3L, 4L, 2L);
            assertThat(first.getContainers()).containsExactly("C1", "C2");
            assertThat(first.getOrigin().getLocode()).isEqualTo("CNSHA");
            assertThat(first.getEnvelope().getPlace().getCountry()).isEqualTo("CN");
        }
    }
}
