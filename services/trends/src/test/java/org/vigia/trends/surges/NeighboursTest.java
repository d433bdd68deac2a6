package org.vigia.trends.surges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class NeighboursTest {

    private final Neighbours neighbours = Neighbours.standard();

    @Test
    void statesShareBordersAcrossTheBorderToo() {
        assertThat(relation("MX-SON", "US-AZ")).isEqualTo("border");
        assertThat(relation("US-TX", "MX-TAM")).isEqualTo("border");
        assertThat(relation("MX-SIN", "US-AZ")).isEmpty();
        assertThat(relation("US-AZ", "US-CO")).isEmpty();
    }

    @Test
    void portsOfOneCoastAreNeighbours() {
        assertThat(relation("MX-COL", "MX-BCN")).isEqualTo("coast");
        assertThat(relation("MX-COL", "MX-MIC")).isEqualTo("border and coast");
        assertThat(relation("NL-ZH", "BE-VAN")).isEqualTo("coast");
        assertThat(relation("MX-COL", "MX-VER")).isEmpty();
    }

    @Test
    void officesAndSectorsAdjoin() {
        assertThat(relation("SAN DIEGO FIELD OFFICE", "TUCSON FIELD OFFICE")).isEqualTo("adjoining");
        assertThat(relation("YUMA SECTOR", "TUCSON FIELD OFFICE")).isEqualTo("adjoining");
        assertThat(relation("SAN DIEGO FIELD OFFICE", "LAREDO FIELD OFFICE")).isEmpty();
    }

    @Test
    void whatTheTableDoesNotHaveIsNearEverythingInItsCountry() {
        assertThat(relation("GT-17", "GT-GU")).isEqualTo(Neighbours.SAME_COUNTRY);
        assertThat(relation("GT-17", "HN-CR")).isEmpty();
    }

    @Test
    void neighbourhoodIsMutualAndNoAreaIsItsOwn() {
        for (Area one : neighbours.areas()) {
            assertThat(neighbours.are(one, one)).isFalse();
            for (Area other : neighbours.areas()) {
                assertThat(neighbours.relation(one, other)).isEqualTo(neighbours.relation(other, one));
            }
        }
        assertThat(neighbours.areas()).hasSizeGreaterThan(120);
    }

    @Test
    void aLineWithoutSourceIsRefused() {
        assertThatThrownBy(() -> Neighbours.parse(
                        List.of("relation,country,area,neighbours,source", "border,MX,MX-SON,MX-SIN,")))
                .hasMessageContaining("source");
    }

    private String relation(String one, String other) {
        return neighbours.relation(area(one), area(other));
    }

    private static Area area(String name) {
        return new Area(name.charAt(2) == '-' ? name.substring(0, 2) : "US", name);
    }
}
