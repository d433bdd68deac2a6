package org.vigia.producers.definition;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigia.producers.cell.Texts;

/** Reads which rows are left out, and why. */
final class LeaveOutReader {

    private LeaveOutReader() {}

    static Optional<LeaveOut> read(YamlValue rule, FieldReader reader) {
        YamlMap keys = rule.map();
        String reason = keys.text("reason", "total of other rows");
        Optional<YamlValue> when = keys.get("when");
        Optional<YamlValue> where = keys.get("where");
        keys.finish();
        if (when.isPresent() == where.isPresent()) {
            keys.problem("Say which rows: where: {COLUMN: [VALUE, ...]}, or when: EXPRESSION, and only one of them.");
            return Optional.empty();
        }
        if (when.isPresent()) {
            Optional<Expression> expression = reader.expression(when.get());
            if (expression.isPresent() && !expression.get().isCondition()) {
                when.get().problem("The expression must give true or false.");
            }
            return expression.map(condition -> new LeaveOut(condition::holds, reason));
        }
        Map<String, Set<String>> values = new HashMap<>();
        where.get().entries().forEach((column, texts) -> {
            reader.need(column);
            values.put(column, texts.texts().stream().map(Texts::normalise).collect(Collectors.toSet()));
        });
        return Optional.of(new LeaveOut(
                row -> values.entrySet().stream()
                        .allMatch(entry -> entry.getValue().contains(Texts.normalise(row.text(entry.getKey())))),
                reason));
    }
}
