package org.vigia.producers.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

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
                        "vigia-seizures",
                        "vigia-labs",
                        "vigia-shipments",
                        "vigia-watch-list",
                        "vigia-substances",
                        "vigia-jurisdictions");
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
}
