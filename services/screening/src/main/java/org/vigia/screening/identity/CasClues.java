package org.vigia.screening.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigia.schemas.substance.CasNumber;

/**
 * What CAS numbers say, whole, run together, cut off or misprinted, in their own field and in the text. A number that is
 * not plainly a CAS number counts only if a label says so, if it is all that is declared, or if it is too long to be one
 * of the table by chance.
 */
final class CasClues {

    private static final String LABEL =
            "(\\bc\\.?a\\.?s\\.?(?:[\\s:#._-]*(?:rn|reg|no|nr|number|numero|num)\\b)?[\\s:#.\u00ba\u00b0_-]*)?";

    private static final Pattern DIGITS =
            Pattern.compile(LABEL + "(?<![\\d-])(\\d{4,10})(?![\\d]|-\\d)", Pattern.CASE_INSENSITIVE);

    private static final Pattern CUT =
            Pattern.compile(LABEL + "(?<![\\d-])(\\d{2,7})-(\\d{2})-?(?![\\d-])", Pattern.CASE_INSENSITIVE);

    private static final Pattern OTHER_SIGNS = Pattern.compile(
            LABEL + "(?<![\\d-])(\\d{2,7})[ ._/\u00b7](\\d{2})[ ._/\u00b7](\\d)(?!\\d)", Pattern.CASE_INSENSITIVE);

    private static final Pattern MISREAD =
            Pattern.compile("(?<![\\p{Alnum}-])([0-9OoIl|]{2,7})-([0-9OoIl|]{2})-([0-9OoIl|])(?![\\p{Alnum}-])");

    /** Digits that no other number of a declaration has by chance in common with the table. */
    private static final int LONG = 8;

    private static final double FAR_MISPRINT = 0.7;

    private final SubstanceTable table;
    private final Map<String, CasNumber> byDigits = new HashMap<>();
    private final Map<String, List<CasNumber>> byFirstGroup = new HashMap<>();

    CasClues(SubstanceTable table) {
        this.table = table;
        table.casNumbers().keySet().forEach(cas -> {
            byDigits.put(cas.value().replace("-", ""), cas);
            byFirstGroup
                    .computeIfAbsent(cas.value().substring(0, cas.value().indexOf('-')), ignored -> new ArrayList<>())
                    .add(cas);
        });
    }

    /**
     * What the numbers of a declaration say.
     *
     * @param clues what points to substances of the table
     * @param unknown valid numbers that the table does not have
     * @param failed numbers that fail their check digit
     */
    record Read(List<Clue> clues, Set<CasNumber> unknown, Set<String> failed) {}

    Read read(String text, @Nullable String cell) {
        Reading reading = new Reading();
        if (cell != null && !cell.isBlank()) {
            String read = reading.misread(cell);
            reading.read(read, DeclaredCas.inCell(read), true);
        }
        if (mayHoldNumbers(text)) {
            String read = reading.misread(text);
            reading.read(read, DeclaredCas.in(read), false);
        }
        return new Read(List.copyOf(reading.clues), reading.unknown, reading.failed);
    }

    private static boolean mayHoldNumbers(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
        }
        return digits >= 4;
    }

    private final class Reading {

        private final List<Clue> clues = new ArrayList<>();
        private final Set<CasNumber> unknown = new LinkedHashSet<>();
        private final Set<String> failed = new LinkedHashSet<>();

        void read(String text, DeclaredCas declared, boolean isCell) {
            declared.verified().forEach(cas -> known(cas, Clue.Kind.CAS, cas.value()));
            declared.failed().forEach(this::misprinted);
            String rest = text;
            for (String mention : mentions(declared)) {
                rest = rest.replace(mention, " ");
            }
            boolean whole = isCell || rest.strip().chars().noneMatch(Character::isLetter);
            withOtherSigns(rest, whole);
            runTogether(rest, whole);
            cutOff(rest, whole);
        }

        private Set<String> mentions(DeclaredCas declared) {
            Set<String> mentions = new LinkedHashSet<>(declared.failed());
            declared.verified().forEach(cas -> mentions.add(cas.value()));
            return mentions;
        }

        private void known(CasNumber cas, Clue.Kind kind, String token) {
            KnownSubstance substance = table.withCas(cas);
            if (substance == null) {
                if (kind == Clue.Kind.CAS) {
                    unknown.add(cas);
                }
                return;
            }
            String form = substance.forms().get(cas);
            String detail = (kind == Clue.Kind.CAS ? "the CAS number" : "the CAS number " + cas) + " of "
                    + substance.name() + (form == null ? "" : " (" + form + ")")
                    + switch (kind) {
                        case CAS_DIGITS -> ", its digits written otherwise";
                        case CAS_FRAGMENT -> ", of which it is the beginning";
                        case CAS_MISPRINT -> ", which has another last digit";
                        default -> "";
                    };
            clues.add(Clue.of(substance.id(), kind, token, detail));
        }

        /** A number with a wrong check digit: the last digit may be the wrong one, else another one. */
        private void misprinted(String number) {
            failed.add(number);
            String start = number.substring(0, number.length() - 1);
            List<CasNumber> near = table.casNumbers().keySet().stream()
                    .filter(cas -> cas.value().startsWith(start))
                    .toList();
            if (near.size() == 1) {
                known(near.getFirst(), Clue.Kind.CAS_MISPRINT, number);
                return;
            }
            List<CasNumber> changed = table.casNumbers().keySet().stream()
                    .filter(cas -> cas.value().length() == number.length()
                            && MisspeltNames.distance(cas.value(), number, 1) == 1)
                    .toList();
            if (changed.size() == 1) {
                KnownSubstance substance = table.withCas(changed.getFirst());
                if (substance != null) {
                    clues.add(Clue.of(
                                    substance.id(),
                                    Clue.Kind.CAS_MISPRINT,
                                    number,
                                    "but for one digit the CAS number %s of %s"
                                            .formatted(changed.getFirst(), substance.name()))
                            .times(FAR_MISPRINT));
                }
            }
        }

        /** Takes numbers with letters for digits, and gives the text without them. */
        private String misread(String text) {
            return MISREAD.matcher(text).replaceAll(found -> {
                String number = found.group().replaceAll("[Oo]", "0").replaceAll("[Il|]", "1");
                if (number.equals(found.group()) || CasNumber.parse(number).isEmpty()) {
                    return Matcher.quoteReplacement(found.group());
                }
                known(new CasNumber(number), Clue.Kind.CAS_DIGITS, found.group());
                return " ";
            });
        }

        private void withOtherSigns(String text, boolean whole) {
            Matcher matcher = OTHER_SIGNS.matcher(text);
            while (matcher.find()) {
                String digits = matcher.group(2) + matcher.group(3) + matcher.group(4);
                digits(digits, matcher, whole);
            }
        }

        private void runTogether(String text, boolean whole) {
            Matcher matcher = DIGITS.matcher(text);
            while (matcher.find()) {
                String digits = matcher.group(2);
                if (digits(digits, matcher, whole)) {
                    continue;
                }
                if (whole || matcher.group(1) != null) {
                    fragment(byFirstGroup.getOrDefault(digits, List.of()), digits);
                }
            }
        }

        private boolean digits(String digits, Matcher matcher, boolean whole) {
            CasNumber cas = byDigits.get(digits.replaceFirst("^0+", ""));
            boolean plain = whole || matcher.group(1) != null || digits.length() >= LONG;
            if (cas == null || !plain) {
                return false;
            }
            known(cas, Clue.Kind.CAS_DIGITS, matcher.group().strip());
            return true;
        }

        private void cutOff(String text, boolean whole) {
            Matcher matcher = CUT.matcher(text);
            while (matcher.find()) {
                if (whole || matcher.group(1) != null || matcher.group(2).length() >= 5) {
                    String start = matcher.group(2) + "-" + matcher.group(3) + "-";
                    fragment(
                            byFirstGroup.getOrDefault(matcher.group(2), List.of()).stream()
                                    .filter(cas -> cas.value().startsWith(start))
                                    .toList(),
                            matcher.group().strip());
                }
            }
        }

        /** The beginning of several numbers is a clue to none of them. */
        private void fragment(List<CasNumber> numbers, String token) {
            if (numbers.size() == 1 && token.replaceAll("\\D", "").length() >= 4) {
                known(numbers.getFirst(), Clue.Kind.CAS_FRAGMENT, token);
            }
        }
    }
}
