package org.vigia.producers.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigia.events.ClaimStatus;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.Seizure;
import org.vigia.events.WatchListEntry;
import org.vigia.schemas.fixtures.Events;
import org.vigia.schemas.serde.EventSerdes;
import org.vigia.schemas.topics.Topic;
import org.vigia.schemas.topics.Topics;

class ClaimContentTest {

    @Test
    void doesNotDependOnWhenAndWhereItCameFrom() {
        // given
        Seizure one = Events.seizure("s-1", "2024-03-05", "fentanyl", "1.5");
        Seizure other = Events.seizure("s-1", "2024-03-05", "fentanyl", "1.5");
        other.getEnvelope().setRecordedAt(Instant.EPOCH);
        other.getEnvelope().setSource(Events.source("another", 99));

        // then
        assertThat(ClaimContent.state(other)).isEqualTo(ClaimContent.state(one));
    }

    @Test
    void doesNotDependOnLinesOfGoodsAndListings() {
        // given
        PrecursorShipment shipment = Events.shipment("h-1", "2024-03-05", "acetone", "67-64-1", "10");
        PrecursorShipment moved = Events.shipment("h-1", "2024-03-05", "acetone", "67-64-1", "10");
        moved.getGoods().getFirst().setSourceLine(77L);
        WatchListEntry entry = Events.listing("UN", "acetone", "67-64-1", "1988-12-20");
        WatchListEntry movedEntry = Events.listing("UN", "acetone", "67-64-1", "1988-12-20");
        movedEntry.getPeriods().getFirst().setLine(77L);

        // then
        assertThat(ClaimContent.state(moved)).isEqualTo(ClaimContent.state(shipment));
        assertThat(ClaimContent.state(movedEntry)).isEqualTo(ClaimContent.state(entry));
    }

    @Test
    void dependsOnEverythingElse() {
        // given
        Seizure base = Events.seizure("s-1", "2024-03-05", "fentanyl", "1.5");
        Seizure status = Events.seizure("s-1", "2024-03-05", "fentanyl", "1.5");
        status.getEnvelope().setStatus(ClaimStatus.PRESUMPTIVE);
        Seizure attribute = Events.seizure("s-1", "2024-03-05", "fentanyl", "1.5");
        attribute.setAttributes(Map.of("a", "b"));
        Seizure incidents = Events.seizure("s-1", "2024-03-05", "fentanyl", "1.5");
        incidents.setIncidents(2);

        // then
        assertThat(List.of(base, status, attribute, incidents).stream()
                        .map(ClaimContent::state)
                        .distinct())
                .hasSize(4);
        assertThat(ClaimContent.state(Events.seizure("s-1", "2024-03-05", "fentanyl", "1.51")))
                .isNotEqualTo(ClaimContent.state(base));
    }

    @Test
    void isTheSameForWhatComesBackFromATopic() {
        // given
        Topic<Seizure> topic = Topics.withPrefix("t.").seizures;
        EventSerdes serdes = new EventSerdes(Map.of("schema.registry.url", "mock://content"));
        Seizure seizure = Events.seizure("s-1", "2024-03-05", "fentanyl", "1.5");
        seizure.setAttributes(Map.of("k1", "a", "k2", "b", "k3", "c", "k4", "d", "k5", "e"));

        // when
        byte[] bytes = serdes.values(topic).serializer().serialize(topic.name(), seizure);
        Seizure back = serdes.values(topic).deserializer().deserialize(topic.name(), bytes);

        // then
        assertThat(ClaimContent.state(back)).isEqualTo(ClaimContent.state(seizure));
        assertThat(ClaimContent.key(back)).isEqualTo("s-1");
    }

    @Test
    void allRetractionsAreTheSame() {
        // given
        Seizure full = Events.seizure("s-1", "2024-03-05", "fentanyl", "1.5");
        full.getEnvelope().setStatus(ClaimStatus.RETRACTED);
        Seizure other = Events.seizure("s-1", "2024-03-06", "heroin", "2");
        other.getEnvelope().setStatus(ClaimStatus.RETRACTED);

        // then
        assertThat(ClaimContent.state(full)).isEqualTo(ClaimContent.RETRACTED).isEqualTo(ClaimContent.state(other));
    }
}
