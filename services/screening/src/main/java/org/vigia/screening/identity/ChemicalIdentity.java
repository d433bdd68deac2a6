package org.vigia.screening.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells what goods are from what is declared about them. Answers are kept for the declarations asked last, so an
 * instance belongs to one version of the table; make another for another version. Safe for many threads.
 */
public final class ChemicalIdentity {

    private static final int KEPT_ANSWERS = 50_000;

    private static final class BuiltIn {
        static final ChemicalIdentity IDENTITY = new ChemicalIdentity(SubstanceTable.builtIn());
    }

    private final SubstanceTable table;
    private final CasClues casClues;
    private final NameClues nameClues;
    private final Structures structures;
    private final HsFit hsFit;
    private final Judgement judgement;
    private final LoadingCache<Declaration, Identity> answers =
            Caffeine.newBuilder().maximumSize(KEPT_ANSWERS).build(this::identifyAnew);

    public ChemicalIdentity(SubstanceTable table) {
        this.table = table;
        ClassRules rules = ClassRules.builtIn();
        casClues = new CasClues(table);
        structures = new Structures(table, rules);
        nameClues = new NameClues(table, rules, structures);
        hsFit = new HsFit(table);
        judgement = new Judgement(table, rules, structures);
    }

    /** The identity of goods by the built-in table, shared. */
    public static ChemicalIdentity builtIn() {
        return BuiltIn.IDENTITY;
    }

    /** The table that goods are compared with. */
    public SubstanceTable table() {
        return table;
    }

    /** What goods are. */
    public Identity identify(Declaration declaration) {
        return answers.get(declaration);
    }

    /** The same without looking among the answers kept. */
    Identity identifyAnew(Declaration declaration) {
        CasClues.Read numbers = casClues.read(declaration.text(), declaration.cas());
        Words text = Words.of(textWithoutNumbers(declaration.text()));
        NameClues.Read names = nameClues.read(text);
        List<NameClues.Found> found = new ArrayList<>(names.found());
        List<Clue> clues = new ArrayList<>(numbers.clues());
        if (names.unexplained()) {
            clues.addAll(systematic(text, found, names));
        }
        found.forEach(one -> clues.add(one.clue()));
        if (clues.isEmpty() && numbers.unknown().isEmpty() && saysNothing(text)) {
            subheading(declaration).ifPresent(clues::add);
        }
        return clues.isEmpty() && numbers.failed().isEmpty()
                ? Identity.NONE
                : judgement.of(declaration, clues, numbers);
    }

    /** What systematic names say. A name that is only a part of one, as acetone of "acetone, methyl-", says nothing. */
    private List<Clue> systematic(Words text, List<NameClues.Found> found, NameClues.Read names) {
        List<Clue> clues = new ArrayList<>();
        int readTo = 0;
        for (SystematicNames.Candidate name : SystematicNames.candidates(text)) {
            if (name.from() < readTo || names.isRefuted(name.from(), name.to())) {
                continue;
            }
            Optional<List<Clue>> read = structures.clues(name.name());
            if (read.isPresent()) {
                clues.addAll(read.get());
                readTo = name.to();
                found.removeIf(one -> one.from() >= name.from()
                        && one.to() <= name.to()
                        && one.to() - one.from() < name.to() - name.from()
                        && read.get().stream()
                                .noneMatch(
                                        clue -> clue.target().equals(one.clue().target())));
            }
        }
        return clues;
    }

    private static String textWithoutNumbers(String text) {
        List<String> pieces = DeclaredCas.around(text);
        return pieces.size() == 1 ? text : String.join(" ; ", pieces);
    }

    /** Whether the text names no chemical at all, so that only the HS code tells. */
    private static boolean saysNothing(Words text) {
        for (int i = 0; i < text.size(); i++) {
            Vocabulary.Kind kind = Vocabulary.kind(text.get(i));
            if (kind == Vocabulary.Kind.NEGATION || Vocabulary.changesName(text.text(i))) {
                return false;
            }
        }
        return true;
    }

    private Optional<Clue> subheading(Declaration declaration) {
        return hsFit.only(declaration.hs())
                .map(substance -> Clue.of(
                        substance.id(),
                        Clue.Kind.SUBHEADING,
                        String.valueOf(declaration.hs()),
                        "the HS subheading of %s and its salts alone".formatted(substance.name())));
    }
}
