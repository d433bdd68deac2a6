package org.vigia.producers.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedCatalogueTest {

    private final FeedCatalogue catalogue = FeedCatalogue.shipped();

    @Test
    void bringsTheFeedsOfTheContract() {
        assertThat(catalogue.feeds().stream().map(Feed::name))
                .containsExactly(
                        "cbp-nationwide",
                        "cbp-amo",
                        "brazil-fortaleza",
                        "colombia-ponal",
                        "indiana-labs",
                        "illinois-labs",
                        "unodc-seizures",
                        "ofac-sdn",
                        "ofac-consolidated",
                        "un-consolidated",
                        "bis-dpl",
                        "csl",
                        "un-locode",
                        "comtrade-hs29",
                        "vigia-seizures",
                        "vigia-labs",
                        "vigia-shipments",
                        "vigia-watch-list",
                        "vigia-substances",
                        "vigia-jurisdictions",
                        "detector-settings");
        assertThat(catalogue.require("cbp-amo").partner()).isEqualTo("us-cbp");
    }

    @Test
    void namesTheFeedThatWasProbablyMeant() {
        assertThatThrownBy(() -> catalogue.require("vigia-seizure"))
                .isInstanceOf(UnknownFeedException.class)
                .hasMessageContaining("Did you mean vigia-seizures?")
                .hasMessageContaining("cbp-amo");
    }

    @Test
    void guessesNothingFromNonsense() {
        assertThatThrownBy(() -> catalogue.require("x")).message().doesNotContain("Did you mean");
    }

    @Test
    void aDefinitionOfTheUsersTakesThePlaceOfTheShippedOne(@TempDir Path directory) throws IOException {
        // given
        Files.writeString(directory.resolve("mine.yaml"), """
                feed: illinois-labs
                partner: mine
                description: mended
                event: lab-dismantlement
                fields: {occurred_at: Date}
                key: [occurred_at]
                """);

        // when
        FeedCatalogue mine = catalogue.with(directory);

        // then
        assertThat(mine.feeds()).hasSameSizeAs(catalogue.feeds());
        assertThat(mine.require("illinois-labs").partner()).isEqualTo("mine");
    }
}
