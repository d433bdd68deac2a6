package org.vigia.screening.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.smarts.SmartsPattern;

/** The class rules ({@code class-rules.tsv}). */
public final class ClassRules {

    private static final class BuiltIn {
        static final ClassRules RULES = new ClassRules(
                Resource.rows("class-rules.tsv").map(ClassRules::rule).toList());
    }

    private record Compiled(ClassRule rule, List<SmartsPattern> patterns) {}

    private final List<Compiled> compiled;

    private ClassRules(List<ClassRule> rules) {
        compiled = rules.stream()
                .map(rule -> new Compiled(
                        rule, rule.smarts().stream().map(ClassRules::compile).toList()))
                .toList();
    }

    /** The rules that come with Vigía. */
    public static ClassRules builtIn() {
        return BuiltIn.RULES;
    }

    public List<ClassRule> rules() {
        return compiled.stream().map(Compiled::rule).toList();
    }

    /** The rule with an id. */
    public Optional<ClassRule> find(String id) {
        return rules().stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** The classes that a structure belongs to. Patterns keep state while they match, so one thread at a time. */
    synchronized List<ClassRule> of(IAtomContainer structure) {
        return compiled.stream()
                .filter(one -> one.patterns().stream().allMatch(pattern -> pattern.matches(structure)))
                .map(Compiled::rule)
                .toList();
    }

    private static ClassRule rule(Map<String, String> row) {
        return new ClassRule(
                cell(row, "id"),
                cell(row, "name"),
                cell(row, "base"),
                Pattern.compile(cell(row, "words")),
                values(cell(row, "smarts"), " & "),
                values(cell(row, "changed"), "\\|"),
                values(cell(row, "suffixes"), "\\|"),
                cell(row, "wording"),
                cell(row, "source"));
    }

    private static SmartsPattern compile(String smarts) {
        // Structures are prepared once, not for each of the patterns.
        return SmartsPattern.create(smarts).setPrepare(false);
    }

    private static List<String> values(String cell, String separator) {
        return Arrays.stream(cell.split(separator, -1))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }
}
