package org.vigia.producers.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigia.events.RejectionReason;
import org.vigia.events.TimePrecision;

class DatesTest {

    @ParameterizedTest
    @CsvSource({
        "2024-03,2024-03-01T00:00:00Z,MONTH",
        "2024-02-29,2024-02-29T00:00:00Z,DAY",
        "2024-03-05T14:30:00-06:00,2024-03-05T20:30:00Z,INSTANT",
        "2024-03-05T14:30Z,2024-03-05T14:30:00Z,INSTANT",
        "2024-03-05 14:30:00.123+0200,2024-03-05T12:30:00.123Z,INSTANT"
    })
    void keepsThePrecision(String text, String start, TimePrecision precision) {
        EventDate date = Dates.of(Cell.of("d", text), "d");

        assertThat(date).isNotNull();
        assertThat(date.start()).isEqualTo(start);
        assertThat(date.precision()).isEqualTo(precision);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-30",
                "2023-13",
                "2023-00-10",
                "05/03/2024",
                "2024-3-5",
                "2024",
                "20240305",
                "March 2024",
                "2024-03-05T14:30:00",
                "2024-03-05T25:00:00Z",
                "0001-01-01",
                "9999-12-31"
            })
    void refusesWhatIsNoDate(String text) {
        assertThat(Cell.reason(() -> Dates.of(Cell.of("d", text), "d"))).isEqualTo(RejectionReason.INVALID_DATE);
        assertThat(Cell.detail(() -> Dates.of(Cell.of("d", text), "d"))).contains(text, "Column d");
    }

    @Test
    void refusesTheFuture() {
        EventDate tomorrow = EventDate.of(LocalDate.of(2024, 3, 6), TimePrecision.DAY);

        assertThat(Dates.notAfter(tomorrow, LocalDate.of(2024, 3, 6), "d")).isEqualTo(tomorrow);
        assertThat(Cell.reason(() -> Dates.notAfter(tomorrow, LocalDate.of(2024, 3, 5), "d")))
                .isEqualTo(RejectionReason.FUTURE_DATE);
    }
}
