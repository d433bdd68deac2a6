package org.vigia.simulation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.vigia.simulation.file.LaboratoryFile;
import org.vigia.simulation.file.SanctionsFiles;
import org.vigia.simulation.file.SeizureFile;
import org.vigia.simulation.file.ShipmentFile;
import org.vigia.simulation.file.TruthFile;
import org.vigia.simulation.file.WatchListFile;
import org.vigia.simulation.planted.Story;
import org.vigia.simulation.world.Laboratory;
import org.vigia.simulation.world.Lanes;
import org.vigia.simulation.world.OrdinaryLaboratories;
import org.vigia.simulation.world.OrdinarySeizures;
import org.vigia.simulation.world.OrdinaryShipments;
import org.vigia.simulation.world.Season;
import org.vigia.simulation.world.Seizure;
import org.vigia.simulation.world.Shipment;

/**
 * Writes partner files of a simulated world. The same events and seed give the same bytes, on any machine. Each event is
 * made from its number, so memory does not grow with the events.
 */
public final class Simulation {

    public static final long MOST_EVENTS = 1_000_000_000;

    private static final int SHIPMENTS_A_LANE = 40;
    private static final int LEAST_LANES = 60;

    /** After so many days a customs office says more of a shipment, and a laboratory of a seizure. */
    private static final int DAYS_TO_REVISE = 30;

    private static final int DAYS_TO_ANALYSE = 75;

    private final Season season = new Season();
    private final long seed;
    private final long events;
    private final Progress progress;

    private Simulation(long events, long seed, Progress progress) {
        this.events = events;
        this.seed = seed;
        this.progress = progress;
    }

    /**
     * Writes the files into a directory, which exists and has none of them.
     *
     * @param events shipments, seizures and laboratories together, from 1 to {@link #MOST_EVENTS}
     * @throws IOException if a file cannot be written or is there already
     */
    public static Written write(long events, long seed, Path directory, Progress progress) throws IOException {
        if (events < 1 || events > MOST_EVENTS) {
            throw new IllegalArgumentException("events must be from 1 to " + MOST_EVENTS + ", not " + events);
        }
        return new Simulation(events, seed, progress).write(directory);
    }

    private Written write(Path directory) throws IOException {
        long lanes = Math.max(LEAST_LANES, events * 6 / 10 / SHIPMENTS_A_LANE / 5 * 5);
        Lanes trades = new Lanes(seed, lanes);
        Story story = Story.of(seed, trades, events);
        long ordinary = events - story.events();
        long seizures = ordinary * 36 / 100;
        long laboratories = ordinary * 4 / 100;
        long shipments = ordinary - seizures - laboratories;
        WatchListFile.write(directory.resolve("watch-list.csv"));
        WatchListFile.writeCorrections(directory.resolve("watch-list-corrections.csv"));
        SanctionsFiles.write(directory.resolve("sanctioned"), seed);
        long rows = shipments(directory, new OrdinaryShipments(seed, season, trades, shipments), story);
        rows += seizures(directory, new OrdinarySeizures(seed, season, seizures), story);
        rows += laboratories(directory, new OrdinaryLaboratories(seed, season, laboratories), story);
        TruthFile.write(directory.resolve("truth.jsonl"), story.truths());
        return new Written(rows, story.truths().size());
    }

    private long shipments(Path directory, OrdinaryShipments ordinary, Story story) throws IOException {
        try (ShipmentFile file = new ShipmentFile(directory.resolve("shipments.csv"))) {
            new Timeline<Shipment>(season, ordinary.count(), DAYS_TO_REVISE, ordinary::first, ordinary::later)
                    .write(
                            story.shipments(),
                            Shipment::day,
                            file::write,
                            (day, days) -> progress.at("shipments.csv", file.rows(), day, days));
            return file.rows();
        }
    }

    private long seizures(Path directory, OrdinarySeizures ordinary, Story story) throws IOException {
        try (SeizureFile file = new SeizureFile(directory.resolve("seizures.csv"))) {
            new Timeline<Seizure>(season, ordinary.count(), DAYS_TO_ANALYSE, ordinary::first, ordinary::later)
                    .write(
                            story.seizures(),
                            Seizure::day,
                            file::write,
                            (day, days) -> progress.at("seizures.csv", file.rows(), day, days));
            return file.rows();
        }
    }

    private long laboratories(Path directory, OrdinaryLaboratories ordinary, Story story) throws IOException {
        try (LaboratoryFile file = new LaboratoryFile(directory.resolve("labs.csv"))) {
            new Timeline<Laboratory>(season, ordinary.count(), 0, ordinary::laboratory, number -> Optional.empty())
                    .write(
                            story.laboratories(),
                            Laboratory::day,
                            file::write,
                            (day, days) -> progress.at("labs.csv", file.rows(), day, days));
            return file.rows();
        }
    }

    /** Told of each simulated day that is written. */
    @FunctionalInterface
    public interface Progress {

        void at(String file, long rows, int day, int days);
    }

    /**
     * What was written.
     *
     * @param rows of seizures, laboratories and shipments, without headers
     * @param planted lines of truth
     */
    public record Written(long rows, int planted) {}
}
