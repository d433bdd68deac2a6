package org.vigia.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigia.standalone.Pipeline.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigia.standalone.registry.SharedRegistry;

/** The registry holds every client, not only ours, to schemas that records of any age can be read with. */
class SubjectRulesSystemTest {

    @TempDir
    Path directory;

    @Test
    void aForeignClientCannotRegisterASchemaThatBreaksOldReaders() throws Exception {
        Pipeline pipeline = new Pipeline(directory);
        Path file = pipeline.write("one.csv", """
                seizure_id,occurred_at,country,area,agency,substance,quantity,unit
                s-1,2024-01-05,MX,MX-SIN,SEDENA,fentanyl,1,kg
                """);
        pipeline.run(feed("vigia-seizures", file));
        String schema = "{\"type\":\"record\",\"name\":\"Seizure\",\"namespace\":\"org.vigia.events\",\"fields\":[]}";
        String stranger =
                new ObjectMapper().createObjectNode().put("schema", schema).toString();

        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(SharedRegistry.url() + "/subjects/" + pipeline.prefix()
                                        + "seizures-value/versions"))
                                .header("content-type", "application/vnd.schemaregistry.v1+json")
                                .POST(HttpRequest.BodyPublishers.ofString(stranger))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(409);
    }
}
