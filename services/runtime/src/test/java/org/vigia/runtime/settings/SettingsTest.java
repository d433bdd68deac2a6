package org.vigia.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @TempDir
    Path directory;

    @Test
    void flagsWinOverEnvironmentAndEnvironmentOverFile() throws IOException {
        Path file = Files.writeString(directory.resolve("vigia.properties"), "prefix=file.\nport=1\nstores=memory\n");

        Settings settings =
                Settings.read(Map.of("prefix", "flag."), Map.of("VIGIA_PREFIX", "env.", "VIGIA_PORT", "2"), file);

        assertThat(settings.require(Setting.PREFIX)).isEqualTo("flag.");
        assertThat(settings.integer(Setting.PORT, 0, 9)).hasValue(2);
        assertThat(settings.require(Setting.STORES)).isEqualTo("memory");
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void everySettingIsReadUnderItsNameInEveryPlace(Setting setting) throws IOException {
        Path file = Files.writeString(directory.resolve(setting + ".properties"), setting.key() + "=from-file\n");

        assertThat(Settings.read(Map.of(setting.key(), "from-flag"), Map.of(), null)
                        .text(setting))
                .hasValue("from-flag");
        assertThat(Settings.read(Map.of(), Map.of(setting.environmentName(), "from-env"), null)
                        .text(setting))
                .hasValue("from-env");
        assertThat(Settings.read(Map.of(), Map.of(), file).text(setting)).hasValue("from-file");
        assertThat(Settings.read(Map.of(), Map.of(), null).text(setting)).isEqualTo(setting.defaultValue());
    }

    @Test
    void clientOptionsArePassedOnWithoutTheirBeginning() {
        Settings settings = Settings.read(
                Map.of("registry.client.basic.auth.user.info", "a:b"),
                Map.of("VIGIA_KAFKA_SECURITY_PROTOCOL", "SSL"),
                null);

        assertThat(settings.kafka()).containsExactly(Map.entry("security.protocol", "SSL"));
        assertThat(settings.registryClient()).containsExactly(Map.entry("basic.auth.user.info", "a:b"));
    }

    @Test
    void anUnknownKeyIsRefusedWithItsPlaceAndTheKnownOnes() {
        assertThatThrownBy(() -> Settings.read(Map.of(), Map.of("VIGIA_BOOTSTRP", "x"), null))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("bootstrp")
                .hasMessageContaining("environment variable VIGIA_BOOTSTRP")
                .hasMessageContaining("bootstrap, registry");
    }

    @Test
    void whatAnOrchestratorPutsIntoTheEnvironmentIsNoSetting() {
        Map<String, String> environment = Map.of(
                "VIGIA_PORT", "tcp://10.0.0.7:8080",
                "VIGIA_SERVICE_HOST", "10.0.0.7",
                "VIGIA_SERVICE_PORT", "8080",
                "VIGIA_PORT_8080_TCP_ADDR", "10.0.0.7");

        assertThat(Settings.read(Map.of(), environment, null).require(Setting.PORT))
                .isEqualTo("8080");
    }

    @Test
    void aMissingFileIsNamed() {
        Path missing = directory.resolve("missing.properties");

        assertThatThrownBy(() -> Settings.read(Map.of(), Map.of(), missing))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining(missing.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "eighty", "", "80.5"})
    void aNumberOutsideItsBoundsIsRefusedWithItsPlace(String text) {
        Settings settings = Settings.read(Map.of("port", text), Map.of(), null);

        assertThatThrownBy(() -> settings.integer(Setting.PORT, 0, 65_535))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("port=" + text)
                .hasMessageContaining("--port")
                .hasMessageContaining("0 to 65535");
    }

    @Test
    void aWordThatIsNoChoiceIsRefusedWithTheChoices() {
        Settings settings = Settings.read(Map.of("stores", "disk"), Map.of(), null);

        assertThatThrownBy(() -> settings.oneOf(Setting.STORES, "rocksdb", "memory"))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("rocksdb, memory");
    }

    @Test
    void aMissingSettingSaysHowToGiveIt() {
        assertThatThrownBy(() -> Settings.read(Map.of(), Map.of(), null).require(Setting.BOOTSTRAP))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("--bootstrap")
                .hasMessageContaining("VIGIA_BOOTSTRAP");
    }
}
