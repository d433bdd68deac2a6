package org.vigia.producers.definition;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.extensions.CelStringExtensions.Function;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigia.events.RejectionReason;
import org.vigia.producers.table.Cells;
import org.vigia.producers.table.RowRejection;

/**
 * An expression in Google's Common Expression Language over the cells of a row, {@code row['Name of column']}.
 *
 * <p>What it may cost is bounded whatever its author writes: by the size of the text, the iterations of all its loops
 * together, the size of a cell, regular expressions of linear time (RE2), and by leaving out the functions that make long
 * texts of short ones (replace, join).
 */
final class Expression implements CellRule {

    /** Largest expression in characters. */
    static final int SIZE_LIMIT = 1_000;

    /** Most iterations of all loops together, for a row. */
    static final int ITERATION_LIMIT = 1_000;

    /** Largest cell that an expression may look at, in characters. */
    static final int CELL_LIMIT = 10_000;

    private static final int DEPTH_LIMIT = 32;
    private static final String ROW = "row";
    private static final String INDEX = "_[_]";
    private static final Set<CelType> RESULTS =
            Set.of(SimpleType.STRING, SimpleType.BOOL, SimpleType.INT, SimpleType.UINT, SimpleType.DOUBLE);

    private static final CelStringExtensions STRINGS = CelExtensions.strings(
            Function.CHAR_AT,
            Function.INDEX_OF,
            Function.LAST_INDEX_OF,
            Function.LOWER_ASCII,
            Function.UPPER_ASCII,
            Function.SPLIT,
            Function.SUBSTRING,
            Function.TRIM);
    private static final Cel CEL = CelFactory.plannerCelBuilder()
            .setOptions(CelOptions.current()
                    .enableHeterogeneousNumericComparisons(true)
                    .maxExpressionCodePointSize(SIZE_LIMIT)
                    .maxParseRecursionDepth(DEPTH_LIMIT)
                    .comprehensionMaxIterations(ITERATION_LIMIT)
                    .maxRegexProgramSize(SIZE_LIMIT)
                    .build())
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addCompilerLibraries(STRINGS)
            .addRuntimeLibraries(STRINGS)
            .addVar(ROW, MapType.create(SimpleType.STRING, SimpleType.STRING))
            .build();

    private final CelRuntime.Program program;
    private final Set<String> columns;
    private final boolean condition;
    private final String origin;

    private Expression(CelRuntime.Program program, Set<String> columns, boolean condition) {
        this.program = program;
        this.columns = Set.copyOf(columns);
        this.condition = condition;
        origin = String.join(", ", columns);
    }

    /**
     * Compiles an expression.
     *
     * @throws IllegalArgumentException if it is none, does not give a text, number or truth value, or names a column in
     *     another way than {@code row['Name']}
     */
    static Expression of(String text) {
        try {
            CelAbstractSyntaxTree tree = CEL.compile(text).getAst();
            if (!RESULTS.contains(tree.getResultType())) {
                throw new IllegalArgumentException("it must give a text, a number, true or false");
            }
            return new Expression(
                    CEL.createProgram(tree), columns(tree), tree.getResultType().equals(SimpleType.BOOL));
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", " "), e);
        }
    }

    private static Set<String> columns(CelAbstractSyntaxTree tree) {
        Set<String> columns = new LinkedHashSet<>();
        List<CelExpr> nodes = CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .map(node -> node.expr())
                .toList();
        long uses = nodes.stream().filter(Expression::isRow).count();
        long named = 0;
        for (CelExpr node : nodes) {
            CelExpr.CelCall call = node.callOrDefault();
            if (call.function().equals(INDEX) && isRow(call.args().getFirst())) {
                CelExpr key = call.args().get(1);
                if (key.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                        && key.constant().getKind() == CelConstant.Kind.STRING_VALUE) {
                    columns.add(key.constant().stringValue());
                    named++;
                }
            }
        }
        if (named != uses) {
            throw new IllegalArgumentException("name each column in quotes: row['Name of column']");
        }
        return columns;
    }

    private static boolean isRow(CelExpr node) {
        return node.getKind() == CelExpr.ExprKind.Kind.IDENT
                && node.ident().name().equals(ROW);
    }

    /** The columns that it looks at. */
    Set<String> columns() {
        return columns;
    }

    /** Whether it gives true or false. */
    boolean isCondition() {
        return condition;
    }

    @Override
    public String text(RowTexts row) {
        return text((Cells) row);
    }

    /** The result as a text. */
    String text(Cells row) {
        Object result = evaluate(row);
        return result instanceof Double number ? BigDecimal.valueOf(number).toPlainString() : result.toString();
    }

    /** The result of a {@linkplain #isCondition condition}. */
    boolean holds(Cells row) {
        return Boolean.TRUE.equals(evaluate(row));
    }

    private Object evaluate(Cells row) {
        Map<String, String> cells = new HashMap<>();
        for (String column : columns) {
            String text = row.text(column);
            if (text.length() > CELL_LIMIT) {
                throw new RowRejection(
                        RejectionReason.CELL_TOO_LARGE,
                        "Column " + column + " is longer than " + CELL_LIMIT
                                + " characters, which an expression of the feed definition may look at. Shorten it.");
            }
            cells.put(column, text);
        }
        try {
            return program.eval(Map.of(ROW, cells));
        } catch (CelEvaluationException | ArithmeticException e) {
            throw new RowRejection(
                    RejectionReason.UNKNOWN_VALUE,
                    "The feed's expression over " + (origin.isEmpty() ? "no column" : "column " + origin)
                            + " cannot be worked out for this row: " + e.getMessage() + ".");
        }
    }
}
