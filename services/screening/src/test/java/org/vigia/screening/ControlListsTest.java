package org.vigia.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vigia.events.Alert;
import org.vigia.events.Evidence;
import org.vigia.events.EvidenceKind;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.WatchListEntry;
import org.vigia.schemas.fixtures.Events;

/** Every row of the compiled control lists, one shipment the day before its date and one on it. */
class ControlListsTest {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** Of the 340 rows, 128 have no date and one has none that it takes effect on. */
    private static final int DATED_ROWS = 211;

    @Test
    void aShipmentIsReportedFromTheDateOfTheListingOn() {
        List<ControlLists.Row> rows = ControlLists.rows();
        List<ControlLists.Row> dated =
                rows.stream().filter(row -> row.listedFrom() != null).toList();
        assertThat(dated).hasSize(DATED_ROWS);
        try (ScreeningDriver screening = loaded(rows)) {
            for (ControlLists.Row row : dated) {
                LocalDate date = Objects.requireNonNull(row.listedFrom());
                for (boolean byName : row.cas() == null ? List.of(true) : List.of(true, false)) {
                    assertThat(alertsOf(row, screening.screen(shipment(row, date.minusDays(1), byName))))
                            .as("the day before row %s", row)
                            .isEmpty();
                    assertThat(alertsOf(row, screening.screen(shipment(row, date, byName))))
                            .as("on the day of row %s", row)
                            .singleElement()
                            .satisfies(alert -> assertThat(alert.getExplanation())
                                    .contains(row.authority(), row.list(), row.name())
                                    .contains("in force since " + DAY.format(date))
                                    .contains("The source of this is \"" + row.source() + "\"")
                                    .contains("in the words of its source: \"" + row.confidence() + "\""));
                }
            }
        }
    }

    @Test
    void aListingWithoutDateIsReportedAndCalledUnproved() {
        List<ControlLists.Row> rows = ControlLists.rows();
        List<ControlLists.Row> undated =
                rows.stream().filter(row -> row.listedFrom() == null).toList();
        assertThat(undated).hasSize(rows.size() - DATED_ROWS);
        try (ScreeningDriver screening = loaded(rows)) {
            for (ControlLists.Row row : undated) {
                assertThat(alertsOf(row, screening.screen(shipment(row, LocalDate.parse("2020-01-01"), true))))
                        .as("row %s", row)
                        .singleElement()
                        .satisfies(alert ->
                                assertThat(alert.getExplanation()).contains("The list does not say since when"));
            }
        }
    }

    private static ScreeningDriver loaded(List<ControlLists.Row> rows) {
        return new ScreeningDriver()
                .list(rows.stream().map(ControlLists.Row::entry).toArray(WatchListEntry[]::new));
    }

    private static PrecursorShipment shipment(ControlLists.Row row, LocalDate date, boolean byName) {
        String eventId = "row-" + row.line() + "-" + date + "-" + byName;
        return byName
                ? Events.shipment(eventId, date.toString(), row.name(), "", "1")
                : Events.shipment(
                        eventId, date.toString(), "laboratory reagent", Objects.requireNonNull(row.cas()), "1");
    }

    private static List<Alert> alertsOf(ControlLists.Row row, List<Alert> alerts) {
        List<Alert> ofRow = new ArrayList<>();
        for (Alert alert : alerts) {
            for (Evidence evidence : alert.getEvidence()) {
                if (evidence.getKind() == EvidenceKind.LIST_ENTRY
                        && evidence.getReference().equals(row.entryId())) {
                    ofRow.add(alert);
                }
            }
        }
        return ofRow;
    }
}
