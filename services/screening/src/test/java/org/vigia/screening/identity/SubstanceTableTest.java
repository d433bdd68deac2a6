package org.vigia.screening.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.inchi.InChIGeneratorFactory;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmilesParser;
import org.vigia.schemas.substance.CasNumber;
import uk.ac.cam.ch.wwmm.opsin.NameToStructure;

/** The facts of the table against each other and against what CDK and OPSIN make of them. */
class SubstanceTableTest {

    /** What a control list says when a substance has no structure: plants, resins, mixtures, an element's form. */
    private static final List<String> WITHOUT_STRUCTURE =
            List.of("ergot", "oleum", "red-phosphorus", "opium", "poppy-straw", "coca-leaf", "cannabis");

    private static final Pattern ELEMENT = Pattern.compile("([A-Z][a-z]?)(\\d*)");

    private final List<KnownSubstance> substances = SubstanceTable.builtIn().substances();

    @Test
    void itHasAtLeastTwoHundredSubstancesEachWithASource() {
        assertThat(substances).hasSizeGreaterThanOrEqualTo(200);
        assertThat(substances).allSatisfy(substance -> {
            assertThat(substance.source()).as(substance.id()).isNotBlank();
            assertThat(substance.lists()).as(substance.id()).isNotEmpty();
            assertThat(substance.families()).as(substance.id()).isNotEmpty();
            assertThat(substance.hs()).as(substance.id()).matches("\\d{6}");
        });
    }

    /** The check digit is verified by the type; a number that stands twice would be one of two substances. */
    @Test
    void noCasNumberBelongsToTwoSubstances() {
        Map<CasNumber, String> owners = new HashMap<>();
        for (KnownSubstance substance : substances) {
            for (CasNumber cas : substance.cas()) {
                assertThat(owners.put(cas, substance.id())).as(cas.value()).isNull();
            }
        }
    }

    @Test
    void everyStructureHasTheFormulaAndTheInChIKeyOfItsRow() {
        for (KnownSubstance substance : substances) {
            if (substance.smiles() == null) {
                assertThat(substance.id()).isIn(WITHOUT_STRUCTURE);
                continue;
            }
            IAtomContainer structure = structure(substance.smiles());
            assertThat(atoms(structure)).as("formula of " + substance.id()).isEqualTo(atoms(substance.formula()));
            assertThat(key(structure)).as("InChIKey of " + substance.id()).isEqualTo(substance.inchikey());
        }
    }

    /** OPSIN reads the systematic name without knowing the structure; the first block of the key is the skeleton. */
    @Test
    void everySystematicNameDescribesTheStructureOfItsRow() {
        int read = 0;
        for (Map<String, String> row : rows()) {
            String name = Objects.requireNonNull(row.get("systematic"));
            if (!name.isEmpty()) {
                String smiles = NameToStructure.getInstance().parseToSmiles(name);
                assertThat(smiles).as(name).isNotNull();
                assertThat(skeleton(key(structure(smiles))))
                        .as(row.get("id"))
                        .isEqualTo(skeleton(Objects.requireNonNull(row.get("inchikey"))));
                read++;
            }
        }
        assertThat(read).isGreaterThan(200);
    }

    @Test
    void theSameStructureIsNotTwoSubstances() {
        Map<String, String> owners = new HashMap<>();
        for (KnownSubstance substance : substances) {
            Optional.ofNullable(substance.inchikey())
                    .ifPresent(key ->
                            assertThat(owners.put(key, substance.id())).as(key).isNull());
        }
    }

    /** A name of two substances would be a clue to neither. */
    @Test
    void noNameMeansTwoSubstances() {
        NameIndex index =
                new NameIndex(substances, word -> word, java.util.EnumSet.allOf(KnownSubstance.Strength.class), 1);
        assertThat(index.keys().values().stream()
                        .filter(meanings -> meanings.size() > 1)
                        .filter(meanings -> meanings.stream()
                                .allMatch(meaning -> meaning.strength() == KnownSubstance.Strength.NAME))
                        .toList())
                .isEmpty();
    }

    @Test
    void namesInAllLanguagesAreThere() {
        for (String language : List.of("es", "fr", "pt", "zh", "pinyin")) {
            assertThat(rows().stream()
                            .filter(row ->
                                    !Objects.requireNonNull(row.get(language)).isEmpty()))
                    .as(language)
                    .hasSizeGreaterThan(100);
        }
    }

    private static List<Map<String, String>> rows() {
        try (Stream<Map<String, String>> rows = Resource.rows("substances.tsv")) {
            return new ArrayList<>(rows.toList());
        }
    }

    private static IAtomContainer structure(String smiles) {
        try {
            return new SmilesParser(SilentChemObjectBuilder.getInstance()).parseSmiles(smiles);
        } catch (CDKException e) {
            throw new AssertionError("No SMILES: " + smiles, e);
        }
    }

    private static String key(IAtomContainer structure) {
        try {
            return InChIGeneratorFactory.getInstance()
                    .getInChIGenerator(structure)
                    .getInchiKey();
        } catch (CDKException e) {
            throw new AssertionError(e);
        }
    }

    private static String skeleton(String inchikey) {
        return inchikey.substring(0, 14);
    }

    private static Map<String, Integer> atoms(IAtomContainer structure) {
        Map<String, Integer> atoms = new TreeMap<>();
        for (IAtom atom : structure.atoms()) {
            atoms.merge(atom.getSymbol(), 1, Integer::sum);
            if (atom.getImplicitHydrogenCount() > 0) {
                atoms.merge("H", atom.getImplicitHydrogenCount(), Integer::sum);
            }
        }
        return atoms;
    }

    private static Map<String, Integer> atoms(String formula) {
        Map<String, Integer> atoms = new TreeMap<>();
        Matcher element = ELEMENT.matcher(formula);
        while (element.find()) {
            atoms.merge(
                    element.group(1),
                    element.group(2).isEmpty() ? 1 : Integer.parseInt(element.group(2)),
                    Integer::sum);
        }
        return atoms;
    }
}
