package org.vigia.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigia.standalone.Pipeline.csv;
import static org.vigia.standalone.Pipeline.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed: whatever happens, nothing is lost and nothing is counted twice. */
class CrashSystemTest {

    private static final String HEADER = "seizure_id,occurred_at,status,country,area,agency,substance,quantity,unit\n";
    private static final int ROWS = 30_000;

    @TempDir
    Path directory;

    @Test
    void aLoadThatIsKilledMidwayIsTakenUpByTheNextOne() throws Exception {
        Path file = Files.writeString(directory.resolve("rows.csv"), rows());
        Path data = directory.resolve("data");
        Path out = directory.resolve("out");
        String[] run = {"run", "--feed", "vigia-seizures=" + file, "--data", data.toString(), "--out", out.toString()};

        for (int thousands : new int[] {5, 20}) {
            try (VigiaProcess process = VigiaProcess.start(run)) {
                process.awaitLine(
                        line -> line.matches("rows.csv: (%d|%d),\\d{3} rows.*".formatted(thousands, thousands + 1))
                                || line.startsWith("processing rows.csv"));
                process.kill();
            }
        }
        try (VigiaProcess process = VigiaProcess.start(run)) {
            process.awaitSuccess();
        }

        JsonNode account = json(out, "ledger.json").get(0);
        assertThat(account.get("accepted").asInt() + account.get("unchanged").asInt())
                .isEqualTo(ROWS);
        assertThat(account.get("revised").asInt()).isZero();
        assertThat(csv(out, "trends.csv").stream()
                        .filter(row -> row.getField("granularity").equals("YEAR"))
                        .mapToLong(row -> Long.parseLong(row.getField("events")))
                        .sum())
                .isEqualTo(ROWS);
        assertThat(csv(out, "trends.csv").stream()
                        .filter(row -> row.getField("granularity").equals("YEAR"))
                        .mapToDouble(row -> Double.parseDouble(row.getField("quantity_kg")))
                        .sum())
                .isEqualTo(ROWS * 0.5);
    }

    @Test
    void aMachineThatIsKilledKeepsWhatItHad() throws Exception {
        String data = directory.resolve("data").toString();
        Path before = Files.writeString(
                directory.resolve("before.csv"), HEADER + "s-1,2024-01-05,,MX,MX-SIN,SEDENA,fentanyl,1,kg\n");
        Path after = Files.writeString(
                directory.resolve("after.csv"),
                HEADER + "s-1,,RETRACTED,,,,,,\ns-2,2024-01-06,,MX,MX-SIN,SEDENA,fentanyl,2,kg\n");
        try (VigiaProcess machine = VigiaProcess.start("up", "--port", "0", "--data", data)) {
            Path out = load(machine, before);
            assertThat(yearKilograms(out)).isEqualTo("1");
            machine.kill();
        }

        try (VigiaProcess machine = VigiaProcess.start("up", "--port", "0", "--data", data)) {
            Path out = load(machine, after);
            assertThat(yearKilograms(out)).isEqualTo("2");
            assertThat(json(out, "ledger.json").get(0).get("retracted").asInt()).isOne();
            machine.stop();
        }
    }

    private Path load(VigiaProcess machine, Path file) throws IOException, InterruptedException {
        String bootstrap = machine.awaitValue("broker");
        String registry = machine.awaitValue("registry");
        String health = machine.awaitValue("health");
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(health)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        Path out = directory.resolve("out-" + file.getFileName());
        StringWriter errors = new StringWriter();
        int status = Vigia.execute(
                new String[] {
                    "run",
                    "--bootstrap",
                    bootstrap,
                    "--registry",
                    registry,
                    "--feed",
                    "vigia-seizures=" + file,
                    "--out",
                    out.toString()
                },
                new PrintWriter(errors, true));
        assertThat(errors.toString()).isEmpty();
        assertThat(status).isZero();
        return out;
    }

    private static String yearKilograms(Path out) throws IOException {
        return csv(out, "trends.csv").stream()
                .filter(row -> row.getField("granularity").equals("YEAR"))
                .reduce((a, b) -> {
                    throw new AssertionError("more than one year");
                })
                .orElseThrow()
                .getField("quantity_kg");
    }

    private static String rows() {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < ROWS; i++) {
            rows.append("s-")
                    .append(i)
                    .append(",2024-%02d-%02d,,MX,MX-SIN,SEDENA,fentanyl,0.5,kg\n".formatted(i % 12 + 1, i % 28 + 1));
        }
        return rows.toString();
    }
}
