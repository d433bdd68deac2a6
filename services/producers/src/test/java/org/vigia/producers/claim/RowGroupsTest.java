package org.vigia.producers.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigia.producers.table.RawRecord;

class RowGroupsTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {10, 15_000})
    void bringsTheRowsOfEachEventTogetherInTheOrderOfTheFile(int length) throws IOException {
        // given: few bytes, which stay in memory, and many, which do not
        String padding = "x".repeat(length);
        Random random = new Random(5);
        Map<String, List<Long>> expected = new LinkedHashMap<>();
        try (RowGroups groups = new RowGroups(directory.resolve("rows"))) {
            for (long line = 2; line < 3_000; line++) {
                String event = "e" + random.nextInt(700);
                expected.computeIfAbsent(event, ignored -> new ArrayList<>()).add(line);
                groups.add(Fingerprint.of(event), row(line, event + " " + padding));
            }

            // when
            Map<String, List<Long>> actual = new LinkedHashMap<>();
            for (RowGroups.Group group = groups.next(); group != null; group = groups.next()) {
                String text = new String(group.rows().getFirst().bytes(), StandardCharsets.UTF_8);
                String event = text.substring(0, text.indexOf(' '));
                assertThat(group.event()).isEqualTo(Fingerprint.of(event));
                actual.put(event, group.rows().stream().map(RawRecord::line).toList());
                assertThat(group.surplus()).isEmpty();
            }

            // then
            assertThat(actual).isEqualTo(expected);
            assertThat(List.copyOf(actual.keySet())).isEqualTo(List.copyOf(expected.keySet()));
        }
        assertThat(directory.resolve("rows").toFile().list()).isNullOrEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 20})
    void setsAsideWhatIsTooMuchForOneEvent(int rows) throws IOException {
        try (RowGroups groups = new RowGroups(directory.resolve("rows"))) {
            // given
            String large = "x".repeat(1 << 20);
            for (long line = 2; line < 2 + rows; line++) {
                groups.add(Fingerprint.of("e"), row(line, large));
            }
            groups.add(Fingerprint.of("f"), row(22, "small"));

            // when
            int taken = 0;
            int surplus = 0;
            List<RawRecord> last = List.of();
            for (RowGroups.Group group = groups.next(); group != null; group = groups.next()) {
                taken += group.rows().size();
                surplus += group.surplus().size();
                last = group.rows();
            }

            // then
            assertThat(taken).isEqualTo(4 + 1);
            assertThat(surplus).isEqualTo(rows - 4);
            assertThat(last).extracting(RawRecord::line).containsExactly(22L);
        }
    }

    private static RawRecord row(long line, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new RawRecord(line, bytes, bytes.length, null);
    }
}
