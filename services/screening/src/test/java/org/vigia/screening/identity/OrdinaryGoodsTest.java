package org.vigia.screening.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Goods of HS chapter 29 that nothing controls: names of invoices, and systematic names put together by chance. */
class OrdinaryGoodsTest {

    private static final int GENERATED = 500;
    private static final double MOST_FALSE_HITS = 0.01;

    @Test
    void fewerThanOneInAHundredIsTakenForAControlledSubstance() throws IOException {
        Set<String> goods = new LinkedHashSet<>(written());
        goods.addAll(generated(20260801));
        assertThat(goods).hasSizeGreaterThan(1_000);
        List<String> hits = goods.stream().flatMap(text -> hit(text)).toList();
        assertThat(hits).as("of %d", goods.size()).hasSizeLessThan((int) (goods.size() * MOST_FALSE_HITS));
    }

    /** The same under invoice phrases, quantities and packaging. */
    @Test
    void norAreTheyUnderWordsOfInvoices() throws IOException {
        Random random = new Random(29);
        List<String> phrases = List.of(
                "%s 25 kg fiber drums",
                "25 MT of %s, industrial grade",
                "%s - pharma raw material",
                "CHEMICAL: %s",
                "%s (UN 1993) 80 DRUMS",
                "1x20FCL STC %s NET 18,000 KGS",
                "%s 99.5% min");
        List<String> goods = written();
        List<String> hits = goods.stream()
                .map(text -> phrases.get(random.nextInt(phrases.size())).replace("%s", text))
                .flatMap(text -> hit(text))
                .toList();
        assertThat(hits).as("of %d", goods.size()).hasSizeLessThan((int) (goods.size() * MOST_FALSE_HITS));
    }

    private static Stream<String> hit(String text) {
        return ChemicalIdentity.builtIn().identify(Declaration.of(text)).reported().stream()
                .limit(1)
                .map(one -> text + " -> " + one.id() + " " + one.clues());
    }

    private static List<String> written() throws IOException {
        try (InputStream in = OrdinaryGoodsTest.class.getResourceAsStream("ordinary-goods.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split(" \\| ")))
                    .map(String::strip)
                    .distinct()
                    .toList();
        }
    }

    /** Substituted benzenes, pyridines, amines, esters, acids and piperazines, none of which is in the table. */
    private static List<String> generated(long seed) {
        Random random = new Random(seed);
        List<String> alkyl = List.of("ethyl", "propyl", "butyl", "pentyl", "hexyl", "octyl", "cyclohexyl", "allyl");
        List<String> substituent = List.of("chloro", "bromo", "fluoro", "nitro", "methoxy", "ethoxy", "cyano", "iodo");
        List<String> acid = List.of(
                "4-chlorobenzoate",
                "hexanoate",
                "3-methylbutanoate",
                "2-chloropropanoate",
                "cyclohexanecarboxylate",
                "4-methoxybenzoate",
                "nicotinate",
                "furan-2-carboxylate",
                "3-phenylpropanoate");
        List<String> templates = List.of(
                "1-%s-3-%s-5-methylbenzene",
                "2-%s-5-%sbenzoic acid",
                "3-%s-4-%saniline",
                "2-%s-6-%spyridine",
                "4-%s-2-%sphenol",
                "1-(3-%s-4-%sphenyl)ethan-1-one",
                "2-%s-4-%sbenzonitrile",
                "1-(2-%s-4-%sphenyl)piperazine",
                "5-%s-2-%sthiophene",
                "3-%s-5-%sbenzamide");
        List<String> names = new ArrayList<>();
        while (names.size() < GENERATED) {
            names.add(
                    random.nextInt(4) == 0
                            ? one(alkyl, random) + " " + one(acid, random)
                            : one(templates, random).formatted(one(substituent, random), one(substituent, random)));
        }
        return names;
    }

    private static String one(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
