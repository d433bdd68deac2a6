package org.vigia.producers.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigia.events.ClaimStatus;
import org.vigia.events.ConveyanceMode;
import org.vigia.events.Handling;
import org.vigia.events.Place;
import org.vigia.events.RejectionReason;
import org.vigia.events.TrafficLight;

class CodesTest {

    @Test
    void countriesAreTwoLettersOfIso3166() {
        assertThat(Codes.country(Cell.of("c", "mx"), "c")).isEqualTo("MX");
        assertThat(Codes.country(Cell.of("c", ""), "c")).isEmpty();
        assertThat(Cell.reason(() -> Codes.country(Cell.of("c", "Mexico"), "c")))
                .isEqualTo(RejectionReason.INVALID_CODE);
        assertThat(Cell.reason(() -> Codes.country(Cell.of("c", "QQ"), "c"))).isEqualTo(RejectionReason.INVALID_CODE);
    }

    @ParameterizedTest
    @CsvSource({"MXZLO,MX,MXZLO", "MX ZLO,MX,MXZLO", "CNSHA,'',CNSHA", "NLRTM,'',NLRTM"})
    void recognisesPortCodes(String text, String country, String code) {
        assertThat(Codes.locode(text, country)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"TOKYO,JP", "Manzanillo,MX", "MXZLO,PA", "Tokyo,''", "MIAMI,''", "MXZL,MX"})
    void leavesNamesAlone(String text, String country) {
        assertThat(Codes.locode(text, country)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"108-24-7", "79099-07-3", "2167189-50-4"})
    void acceptsCasNumbersWithTheRightCheckDigit(String cas) {
        assertThat(Codes.checkedCas(Cell.of("cas", cas), "cas")).isEqualTo(cas);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1609-66-5", "CAS79099", "108-247", "10824-7"})
    void refusesOtherCasNumbersOnAList(String cas) {
        assertThat(Cell.reason(() -> Codes.checkedCas(Cell.of("cas", cas), "cas")))
                .isEqualTo(RejectionReason.INVALID_CODE);
    }

    @Test
    void choicesTakeBlanksForUnderscores() {
        assertThat(Choices.of(Cell.of("m", "express consignment"), "m", ConveyanceMode.class, ConveyanceMode.UNKNOWN))
                .isEqualTo(ConveyanceMode.EXPRESS_CONSIGNMENT);
        assertThat(Choices.status(Cell.of("status", ""))).isEqualTo(ClaimStatus.CONFIRMED);
        assertThat(Cell.reason(() -> Choices.status(Cell.of("status", "MAYBE"))))
                .isEqualTo(RejectionReason.UNKNOWN_VALUE);
    }

    @Test
    void readsHandlingAndTakesTheStrictestLabel() {
        Handling handling = Handlings.of(Cell.of("h", "TLP:GREEN | TLP:AMBER+STRICT | ORIGINATOR:SEMAR | ORCON"), "h");

        assertThat(handling.getTlp()).isEqualTo(TrafficLight.AMBER_STRICT);
        assertThat(handling.getOriginator()).isEqualTo("SEMAR");
        assertThat(handling.getCaveats()).containsExactly("ORCON");
        assertThat(Handlings.of(Cell.of(), "h").getTlp()).isEqualTo(TrafficLight.AMBER);
        assertThat(Cell.reason(() -> Handlings.of(Cell.of("h", "TLP:BLUE"), "h")))
                .isEqualTo(RejectionReason.UNKNOWN_VALUE);
    }

    @Test
    void placesSendAnAreaToItsFieldAndKeepThePlace() {
        Place coded = Places.of(Cell.of("country", "MX", "area", "mx-sin", "place", "Culiacán"));
        assertThat(coded.getSubdivision()).isEqualTo("MX-SIN");
        assertThat(coded.getArea()).isNull();
        assertThat(coded.getText()).isEqualTo("Culiacán");

        Place named = Places.of(Cell.of("country", "MX", "area", "Sinaloa", "place", "Culiacán"));
        assertThat(named.getSubdivision()).isNull();
        assertThat(named.getArea()).isEqualTo("Sinaloa");
        assertThat(named.getText()).isEqualTo("Culiacán");

        Place unknown = Places.of(Cell.of("country", "MX", "place", "Culiacán"));
        assertThat(unknown.getArea()).isNull();
    }

    @Test
    void refusesPlacesOutsideTheEarth() {
        assertThat(Cell.reason(() -> Places.of(Cell.of("latitude", "90.1")))).isEqualTo(RejectionReason.OUT_OF_RANGE);
        assertThat(Cell.reason(() -> Places.of(Cell.of("longitude", "-181")))).isEqualTo(RejectionReason.OUT_OF_RANGE);
    }
}
