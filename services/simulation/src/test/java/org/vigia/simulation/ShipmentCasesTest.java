package org.vigia.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each definition finds what is planted, and nothing else in the whole file. */
class ShipmentCasesTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"5000,101", "12000,102", "60000,103"})
    void theDefinitionsFindThePlantedShipmentsAndNoOthers(long events, long seed) {
        Simulated files = Simulated.write(directory.resolve("out"), events, seed);
        List<Cargo> cargo = Cargo.of(files);

        assertThat(Definitions.watchList(cargo)).isEqualTo(files.planted("WATCH_LIST"));
        assertThat(Definitions.retroListing(cargo)).isEqualTo(files.planted("RETRO_LISTING"));
        assertThat(Definitions.quantity(cargo)).isEqualTo(files.planted("QUANTITY"));
        assertThat(Definitions.structuring(cargo)).isEqualTo(files.involved("STRUCTURING"));
        assertThat(Definitions.newRoute(cargo)).isEqualTo(files.planted("NEW_ROUTE"));
        assertThat(Definitions.convergence(cargo, "consignee")).isEqualTo(files.involved("CONVERGENCE"));
        Set<String> planted = files.involved("CONVERGENCE");
        List<Cargo> others =
                cargo.stream().filter(line -> !planted.contains(line.id())).toList();
        assertThat(Definitions.convergence(others, "destination_port")).isEmpty();
        assertThat(Definitions.mismatch(cargo)).isEqualTo(files.planted("DECLARATION_MISMATCH"));
        assertThat(cargo).filteredOn(line -> Double.isNaN(line.kilograms())).isEmpty();
    }

    @Test
    void theCorrectedDatesPutTheLateListingsInForceOnTheDaysOfTheShipments() {
        Simulated files = Simulated.write(directory.resolve("out"), 6_000, 8);
        Map<String, LocalDate> corrected = new HashMap<>();
        files.rows("watch-list-corrections.csv")
                .forEach(row -> corrected.put(
                        row.getOrDefault("cas", ""), LocalDate.parse(row.getOrDefault("listed_from", ""))));

        List<Cargo> late = Cargo.of(files).stream()
                .filter(line -> line.entry().isPresent() && line.listed().isEmpty())
                .toList();

        assertThat(late)
                .hasSize(files.planted("RETRO_LISTING").size())
                .allSatisfy(line -> assertThat(
                                corrected.get(line.entry().orElseThrow().getOrDefault("cas", "")))
                        .isBeforeOrEqualTo(line.day()));
    }

    @Test
    void theDefinitionsWouldNoticeAnOutlierInTheBackground() {
        Simulated files = Simulated.write(directory.resolve("out"), 6_000, 7);
        List<Cargo> cargo = new ArrayList<>(Cargo.of(files));
        Set<String> planted = files.planted("QUANTITY");
        int which = 0;
        while (cargo.get(which).listed().isEmpty() || cargo.get(which).threshold() < 1_000) {
            which++;
        }
        Cargo changed = cargo.get(which).times(10);
        cargo.set(which, changed);

        assertThat(planted).doesNotContain(changed.id());
        assertThat(Definitions.quantity(cargo)).contains(changed.id()).hasSize(planted.size() + 1);
        cargo.set(which, changed.times(1_000));
        assertThat(Definitions.watchList(cargo)).contains(changed.id());
        assertThat(Definitions.mismatch(cargo)).contains(changed.id());
    }
}
