package org.vigia.producers.feed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigia.producers.definition.Definitions;
import org.vigia.producers.dismantlement.VigiaLaboratories;
import org.vigia.producers.drug.DrugNames;
import org.vigia.producers.reference.DetectorSettingsRows;
import org.vigia.producers.reference.JurisdictionRows;
import org.vigia.producers.reference.SubstanceRows;
import org.vigia.producers.reference.WatchListRows;
import org.vigia.producers.seizure.VigiaSeizures;
import org.vigia.producers.shipment.VigiaShipments;

/** The feeds there are, by name. */
public final class FeedCatalogue {

    /** Partner of the feeds in Vigía's own formats. */
    private static final String VIGIA = "vigia";

    private final List<Feed> feeds;

    private FeedCatalogue(Collection<Feed> feeds) {
        this.feeds = List.copyOf(feeds);
    }

    /** The feeds that ship with Vigía. */
    public static FeedCatalogue shipped() {
        DrugNames drugs = DrugNames.shipped();
        List<Feed> feeds = new ArrayList<>(Definitions.shipped(drugs));
        feeds.addAll(own(drugs));
        return new FeedCatalogue(feeds);
    }

    /**
     * These and a user's own, one for each definition in a directory. A definition of the same name takes the place of one
     * that ships with Vigía, so that it can be mended without waiting for a release.
     *
     * @throws org.vigia.producers.definition.DefinitionException if a definition cannot be used
     * @throws IOException if the directory or a file in it cannot be read
     */
    public FeedCatalogue with(Path directory) throws IOException {
        Map<String, Feed> all = new LinkedHashMap<>();
        feeds.forEach(feed -> all.put(feed.name(), feed));
        Definitions.of(directory, DrugNames.shipped()).forEach(feed -> all.put(feed.name(), feed));
        return new FeedCatalogue(all.values());
    }

    /** Feeds in Vigía's own formats. */
    private static List<Feed> own(DrugNames drugs) {
        return List.of(
                new ShippedFeed(
                        "vigia-seizures",
                        VIGIA,
                        "seizures, a row per substance or asset (CSV or JSON Lines)",
                        VigiaSeizures.COLUMNS,
                        new VigiaSeizures(drugs),
                        topics -> topics.seizures),
                new ShippedFeed(
                        "vigia-labs",
                        VIGIA,
                        "dismantled laboratories, a row per item found (CSV or JSON Lines)",
                        VigiaLaboratories.COLUMNS,
                        new VigiaLaboratories(drugs),
                        topics -> topics.labDismantlements),
                new ShippedFeed(
                        "vigia-shipments",
                        VIGIA,
                        "shipments of precursors, a row per goods line (CSV or JSON Lines)",
                        VigiaShipments.COLUMNS,
                        new VigiaShipments(),
                        topics -> topics.precursorShipments),
                new ShippedFeed(
                        "vigia-watch-list",
                        VIGIA,
                        "watch lists of controlled substances, a row per listing (CSV, TSV or JSON Lines)",
                        WatchListRows.COLUMNS,
                        new WatchListRows(),
                        topics -> topics.watchList),
                new ShippedFeed(
                        "vigia-substances",
                        VIGIA,
                        "identity and synonyms of substances (CSV or JSON Lines)",
                        SubstanceRows.COLUMNS,
                        new SubstanceRows(),
                        topics -> topics.substances),
                new ShippedFeed(
                        "vigia-jurisdictions",
                        VIGIA,
                        "which agency controls which place, and when (CSV or JSON Lines)",
                        JurisdictionRows.COLUMNS,
                        new JurisdictionRows(),
                        topics -> topics.jurisdictions),
                new ShippedFeed(
                        "detector-settings",
                        VIGIA,
                        "settings of the detectors, a row per setting (CSV or JSON Lines)",
                        DetectorSettingsRows.COLUMNS,
                        new DetectorSettingsRows(),
                        topics -> topics.detectorSettings));
    }

    /** All feeds, in the order of the documentation. */
    public List<Feed> feeds() {
        return feeds;
    }

    /**
     * The feed of a name.
     *
     * @throws UnknownFeedException if there is none
     */
    public Feed require(String name) {
        return feeds.stream()
                .filter(feed -> feed.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnknownFeedException(
                        name, feeds.stream().map(Feed::name).toList()));
    }
}
