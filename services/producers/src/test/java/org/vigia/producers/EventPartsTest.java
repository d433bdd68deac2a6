package org.vigia.producers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigia.events.ClaimStatus;
import org.vigia.events.FoundItem;
import org.vigia.events.GoodsLine;
import org.vigia.events.LabDismantlement;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.RejectionReason;
import org.vigia.events.Seizure;
import org.vigia.events.TrafficLight;

/** The rows of one id as parts of one event. */
class EventPartsTest {

    private static final String SEIZURES =
            "seizure_id,occurred_at,status,country,agency,substance,quantity,unit,asset_kind,asset_value,asset_currency,handling\n";

    @TempDir
    Path directory;

    @Test
    void keepsSubstancesOfDifferentStatus() {
        try (Bench bench = new Bench(directory)) {
            var ledger = bench.load(
                    "vigia-seizures",
                    SEIZURES + "A,2024-03-05,CONFIRMED,MX,,fentanyl,10,kg,,,,\n"
                            + "A,2024-03-05,PRESUMPTIVE,MX,,heroin,2,kg,,,,\n");

            assertThat(Bench.counts(ledger)).isEqualTo("2 0 0 0 0");
            assertThat(items(bench)).containsExactly("fentanyl 10", "heroin 2");
            assertThat(seizure(bench).getEnvelope().getStatus()).isEqualTo(ClaimStatus.PRESUMPTIVE);
        }
    }

    @Test
    void readsASecondQuantityOfTheSameSubstanceAsACorrection() {
        try (Bench bench = new Bench(directory)) {
            var ledger = bench.load(
                    "vigia-seizures",
                    SEIZURES + "A,2024-03-05,,MX,,fentanyl,10,kg,,,,\nA,2024-03-05,,MX,,heroin,2,kg,,,,\n"
                            + "A,2024-03-05,,MX,,fentanyl,12,kg,,,,\nA,2024-03-05,,MX,,fentanyl,500,tablets,,,,\n");

            assertThat(Bench.counts(ledger)).isEqualTo("2 0 2 0 0");
            assertThat(items(bench)).containsExactly("fentanyl 12", "fentanyl 500", "heroin 2");
        }
    }

    @Test
    void takesBackByIdAloneAndNeedsNoOtherColumns() {
        try (Bench bench = new Bench(directory)) {
            bench.load("vigia-seizures", SEIZURES + "A,2024-03-05,,MX,,fentanyl,10,kg,,,,\n");
            bench.load("vigia-labs", "lab_id,occurred_at,country\nL,2024-03-05,MX\n");

            var seizures = bench.load("vigia-seizures", "seizure_id,status\nA,RETRACTED\nB,\n");
            var laboratories = bench.load("vigia-labs", "lab_id,status\nL,retracted\n");

            assertThat(Bench.counts(seizures)).isEqualTo("0 0 0 1 1");
            assertThat(Bench.counts(laboratories)).isEqualTo("0 0 0 1 0");
            assertThat(bench.log.rejected().getFirst().getReason()).isEqualTo(RejectionReason.MISSING_COLUMN);
            assertThat(bench.log.rejected().getFirst().getDetail())
                    .contains("no column occurred_at, country, so only retractions can be read");
        }
    }

    @Test
    void takesAssetsFromAFileWithoutSubstances() {
        try (Bench bench = new Bench(directory)) {
            var ledger = bench.load(
                    "vigia-seizures",
                    "seizure_id,occurred_at,country,asset_kind,asset_value,asset_currency\nA,2024-03-05,MX,CASH,100,USD\n");

            assertThat(Bench.counts(ledger)).isEqualTo("1 0 0 0 0");
            assertThat(seizure(bench).getAssets()).hasSize(1);
        }
    }

    @Test
    void keepsEveryAssetAndCorrectsNone() {
        try (Bench bench = new Bench(directory)) {
            var ledger = bench.load(
                    "vigia-seizures",
                    SEIZURES + "A,2024-03-05,,MX,,,,,CASH,100,USD,\nA,2024-03-05,,MX,,,,,CASH,200,USD,\n"
                            + "A,2024-03-05,,MX,,,,,CASH,100.00,USD,\n");

            assertThat(Bench.counts(ledger)).isEqualTo("2 1 0 0 0");
            assertThat(seizure(bench).getAssets())
                    .extracting(asset -> asset.getValue())
                    .containsExactly("100", "200");
        }
    }

    @Test
    void takesTheLastValueOfTheEventAndTheStrictestHandling() {
        try (Bench bench = new Bench(directory)) {
            var ledger = bench.load(
                    "vigia-seizures",
                    SEIZURES + "A,2024-03-05,,MX,FGR,fentanyl,10,kg,,,,TLP:RED\n"
                            + "A,2024-03-06,,,SEMAR,heroin,2,kg,,,,TLP:GREEN | ORCON\nA,,,,,lsd,3,g,,,,\n");

            assertThat(Bench.counts(ledger)).isEqualTo("3 0 0 0 0");
            var envelope = seizure(bench).getEnvelope();
            assertThat(envelope.getOccurredAt()).isEqualTo("2024-03-06T00:00:00Z");
            assertThat(envelope.getAgency()).isEqualTo("SEMAR");
            assertThat(envelope.getPlace().getCountry()).isEqualTo("MX");
            assertThat(envelope.getHandling().getTlp()).isEqualTo(TrafficLight.RED);
            assertThat(envelope.getHandling().getCaveats()).containsExactly("ORCON");
        }
    }

    @Test
    void doesNotTakeAnotherSpellingOrABlankForACorrection() {
        try (Bench bench = new Bench(directory)) {
            var ledger = bench.load(
                    "vigia-seizures",
                    SEIZURES + "A,2024-03-05T00:00:00Z,,MX,FGR,fentanyl,10,kg,,,,TLP:RED\n"
                            + "A,2024-03-05T01:00:00+01:00,confirmed,mx,,fentanyl,10.0,kg,,,,\n"
                            + "A,2024-03-05T00:00:00Z,,MX,FGR,heroin,2,kg,,,,\n");

            assertThat(Bench.counts(ledger)).isEqualTo("2 1 0 0 0");
            assertThat(bench.log.records(bench.topics.seizures)).hasSize(1);
            assertThat(seizure(bench).getEnvelope().getHandling().getTlp()).isEqualTo(TrafficLight.RED);
        }
    }

    @Test
    void beginsAnewAfterARetraction() {
        try (Bench bench = new Bench(directory)) {
            var ledger = bench.load(
                    "vigia-seizures",
                    SEIZURES + "A,2024-03-05,,MX,,fentanyl,10,kg,,,,TLP:RED\nA,,RETRACTED,,,,,,,,,\n"
                            + "A,2024-03-07,,MX,,heroin,2,kg,,,,TLP:GREEN\n");

            assertThat(Bench.counts(ledger)).isEqualTo("1 0 1 1 0");
            assertThat(items(bench)).containsExactly("heroin 2");
            assertThat(bench.log.records(bench.topics.seizures))
                    .extracting(event -> event.getEnvelope().getHandling().getTlp())
                    .containsExactly(TrafficLight.RED, TrafficLight.RED, TrafficLight.GREEN);
        }
    }

    @Test
    void letsARowWithoutADateWaitForTheNextVersion() {
        try (Bench bench = new Bench(directory)) {
            var ledger = bench.load(
                    "vigia-seizures", SEIZURES + "A,,,MX,,fentanyl,10,kg,,,,\nA,2024-03-05,,MX,,fentanyl,12,kg,,,,\n");

            assertThat(Bench.counts(ledger)).isEqualTo("2 0 0 0 0");
            assertThat(items(bench)).containsExactly("fentanyl 12");
        }
    }

    @Test
    void tellsItemsOfALaboratoryByWhatTheyAreAndWhereTheyLay() {
        try (Bench bench = new Bench(directory)) {
            var ledger = bench.load("vigia-labs", """
                    lab_id,occurred_at,country,item_kind,substance,quantity,unit,container
                    L,2024-03-05,MX,CHEMICAL,acetone,10,L,C1
                    L,2024-03-05,MX,CHEMICAL,acetone,20,L,C2
                    L,2024-03-05,MX,CHEMICAL,acetone,11,L,C1
                    """);

            assertThat(Bench.counts(ledger)).isEqualTo("2 0 1 0 0");
            LabDismantlement latest = bench.log.latest(bench.topics.labDismantlements, "vigia:L");
            assertThat(latest.getItems())
                    .extracting(
                            FoundItem::getContainer, item -> item.getQuantity().getAmount())
                    .containsExactlyInAnyOrder(tuple("C1", "11"), tuple("C2", "20"));
        }
    }

    @Test
    void takesAShipmentWithoutLineNumbersDepartureOrDescription() {
        try (Bench bench = new Bench(directory)) {
            var ledger = bench.load("vigia-shipments", """
                    shipment_id;arrived_at;cas;quantity;unit
                    H;2024-03-05;67-64-1;10;kg
                    H;2024-03-05;64-19-7;5;kg
                    H;2024-03-05;67-64-1;12;kg
                    I;2024-03-05;67-64-2;1;kg
                    J;;67-64-1;1;kg
                    """);

            assertThat(Bench.counts(ledger)).isEqualTo("2 0 1 0 2");
            PrecursorShipment latest = bench.log.latest(bench.topics.precursorShipments, "vigia:H");
            assertThat(latest.getGoods())
                    .extracting(goods -> goods.getQuantity().getAmount())
                    .containsExactly("5", "12");
            assertThat(latest.getGoods()).extracting(GoodsLine::getDescription).containsOnly("");
            assertThat(latest.getEnvelope().getOccurredAt()).isEqualTo("2024-03-05T00:00:00Z");
            assertThat(bench.log.rejected())
                    .extracting(rejected -> rejected.getDetail())
                    .anySatisfy(detail -> assertThat(detail).contains("description", "cas"))
                    .anySatisfy(detail -> assertThat(detail).contains("departed_at (or arrived_at)"));
        }
    }

    @Test
    void refusesToCarryManyPartsThroughManyCorrections() {
        try (Bench bench = new Bench(directory)) {
            StringBuilder rows = new StringBuilder(SEIZURES);
            for (int part = 0; part < 400; part++) {
                rows.append("A,2024-03-05,,MX,,drug " + part + ",1,kg,,,,\n");
            }
            for (int correction = 0; correction < 300; correction++) {
                rows.append("A,2024-03-05,,MX,,drug 0," + (correction + 2) + ",kg,,,,\n");
            }

            var ledger = bench.load("vigia-seizures", rows.toString());

            assertThat(Bench.counts(ledger)).isEqualTo("400 0 250 0 50");
        }
    }

    private static Seizure seizure(Bench bench) {
        return bench.log.latest(bench.topics.seizures, "vigia:A");
    }

    private static List<String> items(Bench bench) {
        return seizure(bench).getItems().stream()
                .map(item -> item.getSubstance() + " " + item.getQuantity().getAmount())
                .toList();
    }
}
