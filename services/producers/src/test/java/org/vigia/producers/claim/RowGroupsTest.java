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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigia.producers.table.RawRecord;

class RowGroupsTest {

    @TempDir
    Path directory;

    @Test
    void bringsTheRowsOfEachEventTogetherInTheOrderOfTheFile() throws IOException {
        // given
        Random random = new Random(5);
        Map<String, List<Long>> expected = new LinkedHashMap<>();
        try (RowGroups groups = new RowGroups(directory.resolve("rows"))) {
            for (long line = 2; line < 3_000; line++) {
                String event = "e" + random.nextInt(700);
                expected.computeIfAbsent(event, ignored -> new ArrayList<>()).add(line);
                groups.add(event, row(line, event));
            }

            // when
            Map<String, List<Long>> actual = new LinkedHashMap<>();
            for (RowGroups.Group group = groups.next(); group != null; group = groups.next()) {
                String event = new String(group.rows().getFirst().bytes(), StandardCharsets.UTF_8);
                actual.put(event, group.rows().stream().map(RawRecord::line).toList());
                assertThat(group.surplus()).isEmpty();
            }

            // then
            assertThat(actual).isEqualTo(expected);
            assertThat(List.copyOf(actual.keySet())).isEqualTo(List.copyOf(expected.keySet()));
        }
        assertThat(directory.resolve("rows").toFile().list()).isNullOrEmpty();
    }

    @Test
    void setsAsideWhatIsTooMuchForOneEvent() throws IOException {
        try (RowGroups groups = new RowGroups(directory.resolve("rows"))) {
            // given
            String large = "x".repeat(1 << 20);
            for (long line = 2; line < 22; line++) {
                groups.add("e", row(line, large));
            }
            groups.add("f", row(22, "small"));

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
            assertThat(surplus).isEqualTo(16);
            assertThat(last).extracting(RawRecord::line).containsExactly(22L);
        }
    }

    private static RawRecord row(long line, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new RawRecord(line, bytes, bytes.length, null);
    }
}
