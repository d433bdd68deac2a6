package org.vigia.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigia.events.Seizure;
import org.vigia.runtime.kafka.Cluster;
import org.vigia.runtime.settings.Settings;
import org.vigia.standalone.broker.SharedBroker;
import org.vigia.standalone.commands.RedriveCommand;
import org.vigia.standalone.registry.SharedRegistry;
import org.vigia.standalone.results.TopicReader;
import picocli.CommandLine;

/** A file that is dropped, a kill while it is loaded, and its refused row tried again from the command line. */
class DropAndRedriveSystemTest {

    private static final int ROWS = 25_000;

    @TempDir
    Path directory;

    private final String prefix = "d" + UUID.randomUUID().toString().substring(0, 8) + ".";
    private final Cluster cluster = Cluster.at(
            SharedBroker.bootstrapServers(),
            SharedRegistry.url(),
            Settings.read(Map.of("prefix", prefix), Map.of(), null));

    @Test
    void aKilledLoadIsTakenUpWhereItWasAndRefusedRowsAreTriedAgain() throws Exception {
        Path feed = directory.resolve("drop/vigia-seizures");
        try (VigiaProcess service = start()) {
            service.awaitValue("Ready:");
            Path part = Files.writeString(feed.resolve("large.csv.part"), rows());
            Files.move(part, feed.resolve("large.csv"));
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> written() > 0);
            service.kill();
        }
        try (VigiaProcess service = start()) {
            service.awaitValue("Ready:");
            Path receipt = feed.resolve("done/large.csv.receipt.json");
            await().atMost(Duration.ofMinutes(2)).until(() -> Files.exists(feed.resolve("done/large.csv")));

            JsonNode account = new ObjectMapper().readTree(receipt.toFile());
            assertThat(account.get("accepted").asInt()
                            + account.get("unchanged").asInt())
                    .isEqualTo(ROWS);
            assertThat(account.get("rejected").asInt()).isOne();
            assertThat(new TopicReader(cluster)
                            .since(cluster.topics().seizures, new TopicReader.Mark(Map.of())).stream()
                                    .map(Seizure::getEnvelope)
                                    .map(envelope -> envelope.getEventId()))
                    .hasSize(ROWS)
                    .doesNotHaveDuplicates();

            assertThat(redrive()).contains("1 refused as UNKNOWN_UNIT", "1 tried: 0 accepted", "1 rejected");
            assertThat(redrive("--send")).contains("1 sent again: 0 accepted", "1 rejected");
            service.stop();
        }
    }

    private String redrive(String... more) {
        StringWriter out = new StringWriter();
        String[] arguments = {
            "--bootstrap", SharedBroker.bootstrapServers(), "--registry", SharedRegistry.url(), "--prefix", prefix
        };
        int status = new CommandLine(new RedriveCommand())
                .setOut(new PrintWriter(out, true))
                .execute(Stream.concat(Arrays.stream(arguments), Arrays.stream(more))
                        .toArray(String[]::new));
        assertThat(status).isZero();
        return out.toString();
    }

    private long written() {
        return new TopicReader(cluster)
                .end(cluster.topics().seizures).offsets().values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
    }

    private VigiaProcess start() throws IOException {
        return VigiaProcess.start(
                "service",
                "producers",
                "--bootstrap",
                SharedBroker.bootstrapServers(),
                "--registry",
                SharedRegistry.url(),
                "--prefix",
                prefix,
                "--data",
                directory.resolve("data").toString(),
                "--port",
                "0",
                "--set",
                "drop=" + directory.resolve("drop"));
    }

    private static String rows() {
        StringBuilder rows = new StringBuilder("seizure_id,occurred_at,country,substance,quantity,unit\n");
        for (int i = 0; i < ROWS; i++) {
            rows.append("d%d,2024-%02d-%02d,MX,fentanyl,0.5,kg\n".formatted(i, i % 12 + 1, i % 28 + 1));
        }
        return rows.append("x,2024-01-01,MX,fentanyl,1,furlong\n").toString();
    }
}
