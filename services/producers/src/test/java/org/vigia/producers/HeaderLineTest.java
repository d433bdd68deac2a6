package org.vigia.producers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigia.producers.table.Layout;

/** What must stand before a refused row so that it can be read again. */
class HeaderLineTest {

    @TempDir
    Path directory;

    @Test
    void isTheFirstLineOfATableHoweverItIsPackedOrMarked() throws IOException {
        byte[] table = "a;\"b\";c\r\n1;2;3\r\n".getBytes(StandardCharsets.UTF_8);

        assertThat(header(table, Layout.DETECTED)).isEqualTo("a;\"b\";c");
        assertThat(header(Packed.gzip(table), Layout.DETECTED)).isEqualTo("a;\"b\";c");
        assertThat(header("\ufeff\na,b\n".getBytes(StandardCharsets.UTF_8), Layout.DETECTED))
                .isEqualTo("a,b");
    }

    @Test
    void isNothingWhereRowsSayWhatTheyMeanOrTheFeedDoes() throws IOException {
        Layout headless = new Layout(
                Layout.Form.DELIMITED, ',', StandardCharsets.UTF_8, List.of("a", "b"), List.of(), Set.of(), List.of());

        assertThat(header("{\"a\":1}\n".getBytes(StandardCharsets.UTF_8), Layout.DETECTED))
                .isEmpty();
        assertThat(header("1,2\n".getBytes(StandardCharsets.UTF_8), headless)).isEmpty();
    }

    @Test
    void isUnknownWhereARowAloneCannotBeRead() throws IOException {
        assertThat(header("[{\"a\":1}]".getBytes(StandardCharsets.UTF_8), Layout.DETECTED))
                .isNull();
        assertThat(header("<a/>".getBytes(StandardCharsets.UTF_8), Layout.DETECTED))
                .isNull();
        assertThat(header(new byte[0], Layout.DETECTED)).isNull();
        assertThat(header("a,".repeat(40_000).getBytes(StandardCharsets.UTF_8), Layout.DETECTED))
                .isNull();
    }

    private @Nullable String header(byte[] content, Layout layout) throws IOException {
        byte[] line = HeaderLine.of(Files.write(directory.resolve("file"), content), layout);
        return line == null ? null : new String(line, StandardCharsets.UTF_8);
    }
}
