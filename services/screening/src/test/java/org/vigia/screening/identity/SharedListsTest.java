package org.vigia.screening.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigia.schemas.fixtures.RealData;
import org.vigia.schemas.substance.CasNumber;

/**
 * Every name and CAS number of the shared control lists is resolved, or belongs to a kind of text that nothing could
 * resolve. The table was not copied from these files: they are the oracle.
 */
class SharedListsTest {

    /** Why a text of the synonym file names none of its substances, by what it looks like. */
    private static final Map<String, Pattern> NOT_NAMES = new LinkedHashMap<>();

    static {
        NOT_NAMES.put(
                "registry or catalogue code",
                Pattern.compile("[a-z0-9]{10}|[a-z]{1,8}[-._a-z0-9]*\\d[-._a-z0-9]*( \\(usda\\))?|.*ghl\\.pd.*"));
        NOT_NAMES.put("CAS number of another form or isotope", Pattern.compile("\\d{2,7}-\\d\\d-\\d.*"));
        NOT_NAMES.put("condensed formula", Pattern.compile(".*(ch2|ch3|nh2|et2o|oh\\)|c2h5|c5h11|so4|meetco|hcl).*"));
        NOT_NAMES.put(
                "household product",
                Pattern.compile(".*(cleaner|bowl|sanitizer|paint clean|tolu-sol|flask adapter).*"));
        NOT_NAMES.put(
                "other substance: polymer, ethoxylate, ester, isotope",
                Pattern.compile(
                        ".*(ethoxyl|poly|terathane|jandajel|deuterium|tetrakis|sulfate ester|sulfuric acid ester|macrobeads|polymer).*"));
        NOT_NAMES.put("class of substances", Pattern.compile("(aromatic|primary|secondary) a.*|chloro group"));
    }

    private final ChemicalIdentity identity = ChemicalIdentity.builtIn();

    @Test
    void everyCasNumberIsThatOfASubstanceOfTheTable() {
        List<String> unknown = new ArrayList<>();
        for (String[] row : rows("control_lists_compiled.tsv")) {
            if (!row[4].isBlank() && SubstanceTable.builtIn().withCas(new CasNumber(row[4])) == null) {
                unknown.add(row[4] + " " + row[2]);
            }
        }
        assertThat(unknown).isEmpty();
    }

    /** Where the row has a CAS number, the substance that its name gives has it too. */
    @Test
    void everyNameOfTheCompiledListsIsResolvedToItsCasNumber() {
        Map<String, String> wrong = new TreeMap<>();
        int names = 0;
        for (String[] row : rows("control_lists_compiled.tsv")) {
            for (String name : new String[] {row[2], row[3]}) {
                if (!name.isBlank()) {
                    names++;
                    List<Identification> found =
                            identity.identify(Declaration.of(name)).reported();
                    if (found.isEmpty() || !(row[4].isBlank() || hasCas(found.getFirst(), row[4]))) {
                        wrong.put(
                                name,
                                row[4] + " "
                                        + found.stream().map(Identification::id).toList());
                    }
                }
            }
        }
        System.out.printf("Compiled control lists: %d of %d names resolved%n", names - wrong.size(), names);
        // Its name is that of an isomer of the acid that its CAS number stands for.
        assertThat(wrong.keySet())
                .isSubsetOf(
                        "3-methyl-3-phenyloxirane-2-carboxylic acid",
                        "3,4-MDP-2-P methyl glycidic acid, salts and esters");
    }

    @Test
    void everyNameOfTheOtherListsIsResolved() {
        List<String> names = new ArrayList<>();
        rows("un1988_tables_third_party.tsv").forEach(row -> {
            names.add(row[0]);
            names.addAll(values(row[1]));
            names.add(row[3]);
        });
        rows("vn_decree_28-2026_list_iva_precursors.tsv").forEach(row -> {
            names.addAll(values(row[1]));
            names.add(row[2]);
            names.add(row[3]);
        });
        rows("fr_decret_96-1060_ec_categories_1-3.tsv").forEach(row -> {
            names.add(row[1]);
            names.add(row[2]);
        });
        rows("dea_21cfr1310.02_list1_items1-27_INCOMPLETE.tsv").forEach(row -> names.add(row[2]));
        rows("fentanyl_precursors_us_mx_cn_un_schedule_dates.tsv").forEach(row -> {
            names.add(row[1]);
            names.addAll(values(row.length > 5 ? row[5] : ""));
        });
        names.removeIf(String::isBlank);
        List<String> unresolved = names.stream().filter(this::isUnresolved).toList();
        System.out.printf("Other lists: %d of %d names resolved%n", names.size() - unresolved.size(), names.size());
        // Headings of esters without their acid, a misnomer, and two structures outside of any class's wording.
        assertThat(unresolved)
                .isSubsetOf(
                        "methyl, ethyl, propyl, isopropyl, butyl, isobutyl, sec-butyl and tert-butyl esters",
                        "ETHYL ESTER",
                        "METHYL ESTER",
                        "alpha-phenylacetoacetic acid Ester",
                        "ethyl chloroform",
                        "N-(1-Phenethyl-4-piperidyl)-N-phenethylpropionamide",
                        "N-(1-tert-butyl-4-piperidyl)-N-phenylpropanamide");
    }

    @Test
    void theSynonymsOfCommonChemicalsAreResolvedOrAreNoNames() {
        int names = 0;
        Map<String, List<String>> explained = new TreeMap<>();
        List<String> unexplained = new ArrayList<>();
        for (String[] row : rows("pubchem_synonyms_13_listed_chemicals.tsv", 0)) {
            for (String synonym : Arrays.copyOfRange(row, 7, row.length)) {
                if (synonym.isBlank()) {
                    continue;
                }
                names++;
                if (isUnresolved(synonym)) {
                    NOT_NAMES.entrySet().stream()
                            .filter(kind -> kind.getValue().matcher(synonym).matches())
                            .findFirst()
                            .ifPresentOrElse(
                                    kind -> explained
                                            .computeIfAbsent(kind.getKey(), ignored -> new ArrayList<>())
                                            .add(synonym),
                                    () -> unexplained.add(synonym));
                }
            }
        }
        int no = explained.values().stream().mapToInt(List::size).sum();
        System.out.printf(
                "Synonyms: %d, resolved %d, no names %d, left %d %s%n",
                names, names - no - unexplained.size(), no, unexplained.size(), unexplained);
        assertThat((double) unexplained.size() / names).isLessThan(0.10);
    }

    private boolean isUnresolved(String name) {
        return identity.identify(Declaration.of(name)).reported().isEmpty();
    }

    private static boolean hasCas(Identification found, String cas) {
        KnownSubstance substance = found.substance();
        return substance != null && substance.cas().contains(new CasNumber(cas));
    }

    private static List<String> values(String cell) {
        return Stream.of(cell.split(";")).map(String::strip).toList();
    }

    private static List<String[]> rows(String file) {
        return rows(file, 1);
    }

    private static List<String[]> rows(String file, int from) {
        try {
            return Files.readAllLines(RealData.file("chem/" + file)).stream()
                    .skip(from)
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
