package org.vigia.screening.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.vigia.events.AlertKind;

/** The settings that Vigía ships with. */
class SettingsCatalogueTest {

    private final SettingsCatalogue catalogue = SettingsCatalogue.shipped();

    @Test
    void everyDefaultLiesInItsRange() {
        assertThat(catalogue.entries())
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.value()).isBetween(entry.least(), entry.most()));
    }

    @Test
    void everyDetectorHasSettings() {
        assertThat(catalogue.entries())
                .extracting(SettingsCatalogue.Entry::detector)
                .containsAll(Detector.ALL.stream()
                        .map(Detector::kind)
                        .map(AlertKind::name)
                        .toList());
    }

    @Test
    void theDocumentationHasTheTable() throws IOException {
        assertThat(Files.readString(Path.of("..", "..", "docs", "detectors.md")))
                .contains(catalogue.markdown());
    }
}
