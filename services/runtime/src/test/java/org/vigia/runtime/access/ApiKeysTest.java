package org.vigia.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigia.runtime.settings.InvalidSettingException;

class ApiKeysTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path directory;

    private final ApiKey key = ApiKey.create("harbour-1");
    private Path file;

    @BeforeEach
    void file() throws IOException {
        file = Files.writeString(directory.resolve("keys.yaml"), """
                keys:
                  - id: harbour-1
                    sha256: %s
                    scopes: ["write:harbour-*", read:airport]
                  - id: old
                    sha256: %s
                    scopes: []
                    expires: 2026-06-01T00:00:00Z
                """.formatted(key.hash(), key.hash()));
    }

    @Test
    void aKeyLetsThroughWhatItsScopesSay() {
        Caller caller = ApiKeys.read(file, CLOCK).caller(key.text());

        assertThat(caller.name()).isEqualTo("key:harbour-1");
        assertThat(caller.may("write", "harbour-north")).isTrue();
        assertThat(caller.may("read", "airport")).isTrue();
        assertThat(caller.may("write", "airport")).isFalse();
        assertThat(caller.may("write", "airport-harbour-")).isFalse();
        assertThat(caller.may("redrive", "harbour-north")).isFalse();
    }

    @Test
    void whateverIsWrongTheCallerIsToldTheSame() {
        ApiKeys keys = ApiKeys.read(file, CLOCK);

        refused(keys, ApiKey.create("harbour-1").text(), "wrong secret for key harbour-1");
        refused(keys, ApiKey.create("nobody").text(), "unknown key nobody");
        refused(keys, new ApiKey("old", key.secret()).text(), "key old has expired");
        refused(keys, key.text() + "x", "a key that is none");
        refused(keys, "vigia_harbour-1_", "a key that is none");
        refused(keys, "vigia_harbour-1_" + key.hash(), "a key that is none");
    }

    private static void refused(ApiKeys keys, String text, String reason) {
        assertThatThrownBy(() -> keys.caller(text))
                .isInstanceOfSatisfying(
                        NotAuthenticatedException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessage("The API key is not valid, or not any more.");
    }

    @Test
    void aKeyThatIsTakenAwayIsRefusedAtOnceAndABrokenFileChangesNothing() throws IOException {
        ApiKeys keys = ApiKeys.read(file, CLOCK);

        rewrite("keys: [", 1);
        assertThat(keys.caller(key.text()).name()).isEqualTo("key:harbour-1");
        rewrite("keys: []\n", 2);

        refused(keys, key.text(), "unknown key harbour-1");
    }

    private void rewrite(String content, int second) throws IOException {
        Files.writeString(file, content);
        Files.setLastModifiedTime(
                file, FileTime.from(Instant.parse("2030-01-01T00:00:00Z").plusSeconds(second)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "keys: [{id: A, sha256: x}]                                 | id of a key",
                "keys: [{id: a, sha256: x}]                                 | sha256 of key a",
                "keys: [{id: a, colour: blue}]                              | colour",
                "locks: []                                                  | locks",
                "''                                                         | keys",
                "[1]                                                        | access.keys="
            })
    void aBadFileIsRefusedWithItsPlace(String content, String named) throws IOException {
        Files.writeString(file, content);

        assertThatThrownBy(() -> ApiKeys.read(file, CLOCK))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"write", "write:", "write:A", ":x", "write:a*b", "Write:a", "write:a b"})
    void whatIsNoScopeIsRefused(String text) {
        assertThatThrownBy(() -> Scope.of(text)).hasMessageContaining("ACTION:RESOURCE");
    }

    @Test
    void noSecretIsWrittenByAccident() {
        assertThat(key.toString()).doesNotContain(key.secret());
    }
}
