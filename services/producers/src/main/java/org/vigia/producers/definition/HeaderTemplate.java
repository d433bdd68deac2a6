package org.vigia.producers.definition;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.vigia.producers.cell.Texts;

/**
 * How the names of the columns of a wide table are made, such as <code>{substance} ({unit})</code>. Only a column whose
 * unit is known is taken, so that {@code Population (2011)} is left alone.
 */
final class HeaderTemplate {

    /** Names of columns that are looked at, at most; more are read, but worked out anew each time. */
    private static final int REMEMBERED = 10_000;

    private static final java.util.regex.Pattern PLACEHOLDER = java.util.regex.Pattern.compile("\\{([a-z_]+)}");

    /** A template that no column matches. */
    static final HeaderTemplate NONE = new HeaderTemplate("", Map.of());

    private final Pattern pattern;
    private final List<String> fields = new ArrayList<>();
    private final Map<String, String> units;
    private final Map<String, Optional<WideColumns.Item>> known = new ConcurrentHashMap<>();

    /**
     * A template.
     *
     * @param units what each unit of a header means, by its {@linkplain Texts#normalise normal form}
     */
    HeaderTemplate(String template, Map<String, String> units) {
        this.units = new HashMap<>(units);
        StringBuilder expression = new StringBuilder();
        java.util.regex.Matcher placeholder = PLACEHOLDER.matcher(template);
        int at = 0;
        while (placeholder.find()) {
            expression.append(Pattern.quote(template.substring(at, placeholder.start())));
            expression.append("(.+)");
            fields.add(placeholder.group(1));
            at = placeholder.end();
        }
        expression.append(Pattern.quote(template.substring(at)));
        pattern = Pattern.compile("(?i)" + expression);
    }

    /** The fields that the names of columns hold. */
    List<String> fields() {
        return List.copyOf(fields);
    }

    /** What a column stands for; nothing if its name is not made so. */
    Optional<WideColumns.Item> item(String column) {
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        Optional<WideColumns.Item> item = known.get(column);
        if (item == null) {
            item = match(column);
            if (known.size() < REMEMBERED) {
                known.put(column, item);
            }
        }
        return item;
    }

    private Optional<WideColumns.Item> match(String column) {
        Matcher matcher = pattern.matcher(column);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            values.put(fields.get(i), matcher.group(i + 1).strip());
        }
        String written = values.get("unit");
        if (written != null) {
            String unit = units.get(Texts.normalise(written));
            if (unit == null) {
                return Optional.empty();
            }
            values.put("unit", unit);
        }
        return Optional.of(new WideColumns.Item(values));
    }
}
