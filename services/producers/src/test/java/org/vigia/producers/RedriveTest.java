package org.vigia.producers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigia.events.RejectedRecord;
import org.vigia.events.Seizure;
import org.vigia.producers.FakeLog.Failure;
import org.vigia.producers.redrive.Redrive;
import org.vigia.producers.redrive.RedriveReport;
import org.vigia.producers.redrive.Selection;

/** Refused rows sent again: days pass, so that rows of the future become good ones, while bad units stay bad. */
class RedriveTest {

    private static final String HEADER = "seizure_id,occurred_at,country,substance,quantity,unit,note\n";
    private static final String FEED = "vigia-seizures";

    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(directory);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void rowsThatAreGoodByNowLandWithTheirFirstPlaceAsTheirSource() throws IOException {
        bench.load(FEED, HEADER + """
                A,2024-03-05,MX,fentanyl,1,kg,
                B,2026-02-01,MX,heroin,2,kg,"two
                lines"
                C,2026-02-02,MX,heroin,3,furlong,
                """);
        bench.passDays(30);

        RedriveReport tried = redrive(null, false);
        assertThat(counts(tried)).isEqualTo("2: 1 0 0 0 1");
        assertThat(bench.log.ledger()).hasSize(1);
        RedriveReport sent = redrive(null, true);

        assertThat(counts(sent)).isEqualTo(counts(tried));
        Seizure landed = bench.log.latest(bench.topics.seizures, "vigia:B");
        assertThat(landed.getAttributes()).containsEntry("note", "two\nlines");
        assertThat(landed.getEnvelope().getSource().getFile()).isEqualTo("file-0.csv");
        assertThat(landed.getEnvelope().getSource().getLine()).isEqualTo(3);
        assertThat(landed.getEnvelope().getSource().getChecksum())
                .isEqualTo(bench.log.ledger().getFirst().getSource().getChecksum());
        assertThat(bench.log.ledger().getLast().getRedriven()).hasSize(2);
        assertThat(open()).singleElement().satisfies(row -> {
            assertThat(row.getSource().getLine()).isEqualTo(5);
            assertThat(row.getReason()).hasToString("UNKNOWN_UNIT");
        });
    }

    @Test
    void aRowThatIsRefusedAgainAndAgainIsLeftAlone() throws IOException {
        bench.load(FEED, HEADER + "A,2024-03-05,MX,lsd,1,furlong,\n");

        for (int attempt = 1; attempt <= 3; attempt++) {
            bench.passDays(1);
            assertThat(counts(redrive(null, true))).isEqualTo("1: 0 0 0 0 1");
            assertThat(open()).hasSize(1);
        }
        bench.passDays(1);
        RedriveReport last = redrive(null, true);

        assertThat(counts(last)).isEqualTo("0: 0 0 0 0 0");
        assertThat(last.notSendable()).containsExactly(Map.entry("the row was refused 4 times", 1L));
        assertThat(bench.log.rejected()).hasSize(4);
        assertThat(bench.log.ledger()).hasSize(4);
    }

    @Test
    void whatLandedIsNotSentASecondTime() throws IOException {
        bench.load(FEED, HEADER + "B,2026-02-01,MX,heroin,2,kg,\n");
        bench.passDays(30);
        redrive(null, true);

        assertThat(redrive(null, true).selected()).isZero();
        bench.restart("elsewhere");
        assertThat(redrive(null, true).selected()).isZero();
        assertThat(bench.log.records(bench.topics.seizures)).hasSize(1);
    }

    @Test
    void anEventThatWasCorrectedSinceIsNotTakenBack() throws IOException {
        bench.load(FEED, HEADER + "B,2026-02-01,MX,heroin,2,kg,\n");
        bench.passDays(30);
        bench.load(FEED, HEADER + "B,2026-02-01,MX,heroin,5,kg,corrected\n");

        assertThat(counts(redrive(null, true))).isEqualTo("1: 0 0 0 0 1");
        assertThat(bench.log.latest(bench.topics.seizures, "vigia:B").getAttributes())
                .containsEntry("note", "corrected");
        assertThat(bench.log.rejected().getLast().getDetail()).contains("known by other rows");
    }

    @Test
    void aRefusedRowGoesTogetherWithTheRowsOfItsEventThatLanded() throws IOException {
        bench.load(
                FEED,
                HEADER + "A,2024-03-05,MX,fentanyl,1,kg,\nB,2024-03-05,MX,lsd,,,\nA,2026-02-01,MX,heroin,2,kg,\n");
        bench.passDays(30);

        RedriveReport tried = redrive(null, false);
        RedriveReport sent = redrive(null, true);

        assertThat(counts(sent)).isEqualTo(counts(tried)).isEqualTo("2: 0 0 2 0 0");
        assertThat(sent.selected()).isOne();
        assertThat(sent.others()).isOne();
        assertThat(items("vigia:A")).containsExactlyInAnyOrder("fentanyl", "heroin");
        assertThat(bench.log.ledger().getLast().getRedriven()).hasSize(1);
        assertThat(redrive(null, true).selected()).isZero();
        assertThat(bench.log.records(bench.topics.seizures)).hasSize(3);
    }

    @Test
    void rowsThatLandedStayWhateverBecomesOfTheRefusedOne() throws IOException {
        bench.load(FEED, HEADER + "A,2024-03-05,MX,fentanyl,1,kg,\nA,2024-03-05,MX,heroin,2,furlong,\n");

        for (int attempt = 1; attempt <= 3; attempt++) {
            bench.passDays(1);
            assertThat(counts(redrive(null, true))).isEqualTo("2: 0 1 0 0 1");
        }
        assertThat(redrive(null, true).notSendable()).containsOnlyKeys("the row was refused 4 times");
        assertThat(items("vigia:A")).containsExactly("fentanyl");
        assertThat(bench.log.records(bench.topics.seizures)).hasSize(1);
    }

    @Test
    void anEventThatWasCorrectedSinceKeepsTheCorrectionThoughItsRowsAreKnown() throws IOException {
        bench.load(FEED, HEADER + "A,2024-03-05,MX,fentanyl,1,kg,\nA,2026-02-01,MX,heroin,2,kg,\n");
        bench.passDays(30);
        bench.load(FEED, HEADER + "A,2024-03-05,MX,fentanyl,7,kg,\n");

        assertThat(counts(redrive(null, true))).isEqualTo("2: 0 1 0 0 1");
        assertThat(bench.log.latest(bench.topics.seizures, "vigia:A").getItems())
                .singleElement()
                .satisfies(item -> assertThat(item.getQuantity().getAmount()).hasToString("7"));
    }

    @Test
    void aRowThatWasMendedIsSentAsMendedAndNothingElse() throws IOException {
        bench.load(
                FEED,
                HEADER + "A,2024-03-05,MX,fentanyl,1,kg,\nA,2024-03-05,MX,heroin,2,furlong,\n"
                        + "B,2024-03-05,MX,lsd,1,furlong,\n");
        String id = open().getFirst().getRejectionId();
        Map<String, String> mended = Map.of(id, "A,2024-03-05,MX,heroin,2,lb,", "no-such-row", "x");

        RedriveReport report = new Redrive(bench.loader()).run(Bench.feed(FEED), Selection.of(null, mended), true);

        assertThat(counts(report)).isEqualTo("3: 0 0 2 0 1");
        assertThat(report.notSendable().keySet())
                .singleElement()
                .satisfies(why -> assertThat(why).contains("no-such-row"));
        assertThat(items("vigia:A")).containsExactlyInAnyOrder("fentanyl", "heroin");
        assertThat(open())
                .singleElement()
                .satisfies(row -> assertThat(row.getSource().getLine()).isEqualTo(4));
    }

    @Test
    void allRefusedRowsOfAnEventGoTogetherWhateverTheReason() throws IOException {
        bench.load(FEED, HEADER + "A,2026-02-01,MX,heroin,2,kg,\nA,2026-02-02,MX,fentanyl,1,furlong,\n");
        bench.passDays(30);

        RedriveReport report = redrive("FUTURE_DATE", true);

        assertThat(counts(report)).isEqualTo("2: 1 0 0 0 1");
        assertThat(open())
                .singleElement()
                .satisfies(row -> assertThat(row.getDetail()).contains("incomplete"));
    }

    @Test
    void onlyTheReasonAskedForIsLookedAt() throws IOException {
        bench.load(FEED, HEADER + "A,2024-03-05,MX,lsd,1,furlong,\n");

        assertThat(redrive("FUTURE_DATE", false).selected()).isZero();
        assertThat(redrive("unknown_unit", false).selected()).isOne();
        assertThatThrownBy(() -> Selection.of("COLOUR")).hasMessageContaining("UNKNOWN_UNIT");
    }

    @Test
    void jsonLinesAndOtherDelimitersAreReadAsTheirFileWas() throws IOException {
        bench.load(
                FEED,
                "a.jsonl",
                "{\"seizure_id\":\"J\",\"occurred_at\":\"2026-02-01\",\"country\":\"MX\",\"substance\":\"lsd\"}\n"
                        .getBytes(StandardCharsets.UTF_8));
        bench.load(FEED, "seizure_id;occurred_at;country;substance\nS;2026-02-01;MX;lsd\n");
        bench.passDays(30);

        assertThat(counts(redrive(null, true))).isEqualTo("2: 2 0 0 0 0");
        assertThat(bench.log.latest(bench.topics.seizures)).containsOnlyKeys("vigia:J", "vigia:S");
    }

    @Test
    void rowsThatCannotBeReadAloneAreCountedAndLeft() throws IOException {
        bench.load(FEED, HEADER + "A,2024-03-05,MX,\"lsd\n" + "B,2026-02-01,MX,lsd,,," + "x".repeat(70_000) + "\n");
        bench.passDays(30);

        RedriveReport report = redrive(null, true);

        assertThat(report.read()).isZero();
        assertThat(report.selected()).isEqualTo(2);
        assertThat(report.notSendable()).hasSize(2);
    }

    @Test
    void aRedriveThatFailsMidwayIsTakenUpAgain() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < 200; i++) {
            rows.append("R" + i + ",2026-02-01,MX,lsd,,,\n");
        }
        bench.load(FEED, rows.toString());
        bench.passDays(30);
        bench.log.fail(Failure.ON_SEND, 100);
        assertThatThrownBy(() -> redrive(null, true)).hasMessageContaining("the broker is gone");

        assertThat(counts(redrive(null, true))).isEqualTo("200: 200 0 0 0 0");
        assertThat(bench.log.records(bench.topics.seizures)).hasSize(200);
    }

    @Test
    void overHttpItIsTriedUnlessItIsToBeSent() {
        try (Api api = new Api(directory.resolve("api"))) {
            api.post("/v1/feeds/vigia-seizures/batches", HEADER + "B,2026-02-01,MX,heroin,2,kg,\n");
            api.bench.passDays(30);
            String order = "{\"feed\": \"vigia-seizures\", \"reason\": \"FUTURE_DATE\"";

            assertThat(api.get("/v1/rejected?feed=vigia-seizures&reason=FUTURE_DATE")
                            .body())
                    .hasLineCount(1);
            Api.Answer tried = api.event("/v1/rejected/redrive", order + "}");
            assertThat(tried.json().get("sent").asBoolean()).isFalse();
            assertThat(tried.json().get("accepted").asInt()).isOne();
            Api.Answer sent = api.event("/v1/rejected/redrive", order + ", \"send\": true}");
            assertThat(sent.json().get("sent").asBoolean()).isTrue();
            assertThat(api.get("/v1/rejected?feed=vigia-seizures").body()).isEmpty();

            api.post("/v1/feeds/vigia-seizures/batches", HEADER + "C,2026-02-01,MX,heroin,2,furlong,\n");
            String row = api.get("/v1/rejected?feed=vigia-seizures")
                    .json()
                    .get("rejectionId")
                    .asText();
            Api.Answer mended = api.event(
                    "/v1/rejected/redrive",
                    "{\"feed\": \"vigia-seizures\", \"send\": true, \"mended\": {\"" + row
                            + "\": \"C,2026-02-01,MX,heroin,2,lb,\"}}");
            assertThat(mended.json().get("accepted").asInt()).isOne();

            assertThat(api.get("/v1/rejected").status()).isEqualTo(400);
            assertThat(api.get("/v1/rejected?feed=nothing").status()).isEqualTo(404);
            assertThat(api.get("/v1/rejected?feed=vigia-seizures&reason=COLOUR").status())
                    .isEqualTo(400);
            assertThat(api.event("/v1/rejected/redrive", "{\"fed\": 1}").status())
                    .isEqualTo(400);
            assertThat(api.event("/v1/rejected/redrive", "").status()).isEqualTo(400);
        }
    }

    private RedriveReport redrive(@Nullable String reason, boolean send) throws IOException {
        return new Redrive(bench.loader()).run(Bench.feed(FEED), Selection.of(reason), send);
    }

    private List<RejectedRecord> open() throws IOException {
        List<RejectedRecord> open = new ArrayList<>();
        bench.loader().openRejections(Bench.feed(FEED), row -> open.add(row));
        return open;
    }

    private List<String> items(String event) {
        return bench.log.latest(bench.topics.seizures, event).getItems().stream()
                .map(item -> item.getSubstance())
                .toList();
    }

    /** Rows sent, and then accepted, unchanged, revised, retracted, rejected. */
    private static String counts(RedriveReport report) {
        return report.read() + ": " + report.accepted() + " " + report.unchanged() + " " + report.revised() + " "
                + report.retracted() + " " + report.rejected();
    }
}
