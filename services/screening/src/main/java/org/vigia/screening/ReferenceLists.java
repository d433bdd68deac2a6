package org.vigia.screening;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.vigia.events.Alert;
import org.vigia.events.PrecursorShipment;
import org.vigia.events.SanctionedParty;
import org.vigia.events.WatchListEntry;
import org.vigia.screening.party.PartyAlerts;
import org.vigia.screening.party.PartyScreening;
import org.vigia.screening.party.SanctionsIndex;
import org.vigia.screening.watchlist.WatchListAlerts;
import org.vigia.screening.watchlist.WatchListIndex;
import org.vigia.screening.watchlist.WatchListScreening;

/** All lists that shipments are screened against, as they are now, and what each of them reports of a shipment. */
final class ReferenceLists {

    private final ScreeningSettings settings;
    private final CurrentIndex<WatchListEntry, WatchListIndex> watchLists = new CurrentIndex<>(WatchListIndex::of);
    private final CurrentIndex<SanctionedParty, SanctionsIndex> sanctions;

    ReferenceLists(ScreeningSettings settings) {
        this.settings = settings;
        sanctions = new CurrentIndex<>(parties -> SanctionsIndex.of(parties, settings.parties()));
    }

    CurrentIndex<WatchListEntry, WatchListIndex> watchLists() {
        return watchLists;
    }

    CurrentIndex<SanctionedParty, SanctionsIndex> sanctions() {
        return sanctions;
    }

    /** What one thread screens with. */
    Reader reader() {
        return new Reader();
    }

    final class Reader {

        private final WatchListAlerts goodsAlerts = new WatchListAlerts(settings.watchList());
        private final PartyAlerts partyAlerts = new PartyAlerts(settings.parties());
        private final OfVersion<WatchListIndex, WatchListScreening> goods =
                new OfVersion<>(index -> new WatchListScreening(index, settings.watchList()));
        private final OfVersion<SanctionsIndex, PartyScreening> parties =
                new OfVersion<>(index -> new PartyScreening(index, settings.parties()));
        private ReadOnlyKeyValueStore<String, WatchListEntry> entries;
        private ReadOnlyKeyValueStore<String, SanctionedParty> listed;

        @SuppressWarnings("NullAway.Init") // The processor calls init before the first record.
        private Reader() {}

        void init(ProcessorContext<?, ?> context) {
            entries = context.getStateStore(ScreeningApplication.WATCH_LIST_STORE);
            listed = context.getStateStore(ScreeningApplication.SANCTIONED_STORE);
        }

        /** The alerts that the lists as they are now give cause for, as if each were raised for the first time. */
        List<Alert> screen(PrecursorShipment shipment, Instant detectedAt) {
            Stream<Alert> ofGoods = goods.of(watchLists.index(entries)).screen(shipment).stream()
                    .map(finding -> goodsAlerts.write(shipment, finding, detectedAt));
            Stream<Alert> ofParties = parties.of(sanctions.index(listed)).screen(shipment).stream()
                    .map(finding -> partyAlerts.write(shipment, finding, detectedAt));
            return Stream.concat(ofGoods, ofParties).toList();
        }
    }

    /** What is made of one version of an index, made anew when there is another. */
    private static final class OfVersion<I, S> {

        private final Function<I, S> make;
        private @Nullable I index;
        private @Nullable S made;

        OfVersion(Function<I, S> make) {
            this.make = make;
        }

        @SuppressWarnings(
                "ReferenceEquality") // A version is an object; comparing what two hold would cost what it saves.
        S of(I current) {
            S last = made;
            if (last == null || index != current) {
                last = make.apply(current);
                made = last;
                index = current;
            }
            return last;
        }
    }
}
