package org.vigia.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.vigia.events.SanctionedParty;
import org.vigia.producers.OfflineReading;
import org.vigia.producers.feed.FeedCatalogue;
import org.vigia.screening.party.NameSchema;
import org.vigia.screening.party.PartyMatch;
import org.vigia.screening.party.PartyRules;
import org.vigia.screening.party.SanctionsIndex;

/**
 * A name against 18,000 names of persons of the SDN list: our search, our score of every name, and Lucene's fuzzy query with
 * Jaro-Winkler, on one thread. Queries are listed names with a slip. The directory of the list is the system property {@code
 * vigia.sdn}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class NameSearchBenchmark {

    private static final int NAMES = 18_000;
    private static final int QUERIES = 1_024;
    private static final Set<NameSchema> PERSON = EnumSet.of(NameSchema.PERSON);
    private static final double THRESHOLD = PartyRules.published().threshold();

    private final List<String> queries = new ArrayList<>();
    private SanctionsIndex index;
    private LuceneNames lucene;
    private int next;

    @SuppressWarnings("NullAway.Init") // JMH calls the set-up first.
    public NameSearchBenchmark() {}

    /** Loads the list, and checks that search and scoring every name agree. */
    @Setup
    public void load() throws IOException {
        List<SanctionedParty> parties = parties(Path.of(System.getProperty("vigia.sdn")));
        List<String> names = new ArrayList<>();
        for (SanctionedParty party : parties) {
            names.add(party.getName());
            party.getAliases().forEach(alias -> names.add(alias.getName()));
        }
        index = SanctionsIndex.of(parties, PartyRules.published());
        lucene = new LuceneNames(names);
        Random random = new Random(18);
        for (int i = 0; i < QUERIES; i++) {
            queries.add(withSlip(names.get(random.nextInt(names.size())), random));
        }
        for (String query : queries.subList(0, QUERIES / 16)) {
            List<PartyMatch> found = index.find(query, PERSON, THRESHOLD);
            if (!found.equals(index.findByScoringAll(query, PERSON, THRESHOLD))) {
                throw new IllegalStateException("Search and scoring every name differ for " + query);
            }
        }
    }

    /** All names are indexed as those of persons, so that the three arms have the same 18,000. */
    private static List<SanctionedParty> parties(Path list) throws IOException {
        Path directory = Files.createTempDirectory("vigia-names-");
        try (OfflineReading reading = new OfflineReading(directory, Clock.systemUTC())) {
            reading.read(FeedCatalogue.shipped().require("ofac-sdn"), list);
            List<SanctionedParty> parties = new ArrayList<>();
            int names = 0;
            for (SanctionedParty party : reading.latest(topics -> topics.sanctionedParties)) {
                names += 1 + party.getAliases().size();
                if (names > NAMES) {
                    break;
                }
                parties.add(SanctionedParty.newBuilder(party)
                        .setKind(org.vigia.events.PartyKind.PERSON)
                        .build());
            }
            return parties;
        }
    }

    private static String withSlip(String name, Random random) {
        int at = random.nextInt(name.length());
        return name.substring(0, at) + (char) ('a' + random.nextInt(26)) + name.substring(at);
    }

    private String query() {
        next = (next + 1) % QUERIES;
        return queries.get(next);
    }

    /** Our search. */
    @Benchmark
    public List<PartyMatch> search() {
        return index.find(query(), PERSON, THRESHOLD);
    }

    /** Our score of every name. */
    @Benchmark
    public List<PartyMatch> everyName() {
        return index.findByScoringAll(query(), PERSON, THRESHOLD);
    }

    /** Lucene's fuzzy query of each word, and Jaro-Winkler of what it gives. */
    @Benchmark
    public double luceneAndJaroWinkler() throws IOException {
        return lucene.best(query());
    }

    @TearDown
    public void close() throws IOException {
        lucene.close();
    }
}
