package org.vigia.trends;

import static org.vigia.trends.Claims.item;
import static org.vigia.trends.Claims.tablets;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.vigia.events.ClaimStatus;
import org.vigia.events.Handling;
import org.vigia.events.Place;
import org.vigia.events.SeizedItem;
import org.vigia.events.Seizure;
import org.vigia.events.TimePrecision;
import org.vigia.events.TrafficLight;
import org.vigia.schemas.fixtures.Events;

/** Seizure claims with several versions each, over few cells and two years, so that they meet. */
final class RandomClaims {

    private static final List<String> DRUGS = List.of("cocaine", "fentanyl", "codeine");
    private static final List<String> AREAS = List.of("MX-SIN", "MX-BCN");
    private static final List<TimePrecision> PRECISIONS =
            List.of(TimePrecision.DAY, TimePrecision.INSTANT, TimePrecision.MONTH, TimePrecision.YEAR);

    private RandomClaims() {}

    /** Claims of any precision, one to four versions each. */
    static List<List<Seizure>> versions(Random random, int claims) {
        return claims(random, claims, PRECISIONS);
    }

    /** Claims that name a day. */
    static List<List<Seizure>> daily(Random random, int claims) {
        return claims(random, claims, List.of(TimePrecision.DAY));
    }

    /** The versions of claims dealt to batches: by batch and claim, each claim's versions in order. */
    static List<List<List<Seizure>>> batches(Random random, int batches, int claims) {
        List<List<List<Seizure>>> dealt = new ArrayList<>();
        for (int i = 0; i < batches; i++) {
            dealt.add(new ArrayList<>());
        }
        for (List<Seizure> versions : versions(random, claims)) {
            int from = 0;
            for (int batch = random.nextInt(batches); batch < batches && from < versions.size(); batch++) {
                int to = batch == batches - 1 ? versions.size() : from + random.nextInt(versions.size() - from + 1);
                if (to > from) {
                    dealt.get(batch).add(versions.subList(from, to));
                }
                from = to;
            }
        }
        return dealt;
    }

    /** One of the orders that keep each claim's versions in order. */
    static List<Seizure> interleave(Random random, List<List<Seizure>> claims) {
        List<Deque<Seizure>> left = new ArrayList<>();
        claims.forEach(versions -> left.add(new ArrayDeque<>(versions)));
        List<Seizure> order = new ArrayList<>();
        while (!left.isEmpty()) {
            Deque<Seizure> claim = left.get(random.nextInt(left.size()));
            order.add(claim.removeFirst());
            if (claim.isEmpty()) {
                left.remove(claim);
            }
        }
        return order;
    }

    private static List<List<Seizure>> claims(Random random, int claims, List<TimePrecision> precisions) {
        List<List<Seizure>> all = new ArrayList<>();
        for (int i = 0; i < claims; i++) {
            List<Seizure> versions = new ArrayList<>();
            for (int left = 1 + random.nextInt(4); left > 0; left--) {
                versions.add(version(random, "s-" + i, any(random, precisions)));
            }
            all.add(versions);
        }
        return all;
    }

    private static Seizure version(Random random, String eventId, TimePrecision precision) {
        LocalDate day = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(730));
        Seizure claim = Events.seizure(eventId, day.toString(), "cocaine", "1");
        SeizedItem[] items = new SeizedItem[random.nextInt(4)];
        for (int i = 0; i < items.length; i++) {
            items[i] = item(
                    any(random, DRUGS),
                    random.nextInt(3) == 0
                            ? tablets(random.nextInt(1_000))
                            : Events.kilograms(random.nextInt(1_000) + "." + random.nextInt(1_000_000)));
        }
        String area = any(random, AREAS);
        return Claims.with(
                Claims.holding(claim, random.nextInt(3), items),
                envelope -> envelope.setPrecision(precision)
                        .setPlace(Place.newBuilder()
                                .setCountry("MX")
                                .setSubdivision(area)
                                .build())
                        .setStatus(random.nextInt(5) == 0 ? ClaimStatus.RETRACTED : ClaimStatus.CONFIRMED)
                        .setHandling(Handling.newBuilder()
                                .setTlp(any(random, List.of(TrafficLight.values())))
                                .build()));
    }

    private static <T> T any(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
