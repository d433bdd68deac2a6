package org.vigia.producers.definition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A value of a YAML file that knows its line. A value of the wrong kind is noted and read as an empty one. */
final class YamlValue {

    private final Node node;
    private final String what;
    private final int line;
    private final Problems problems;

    /**
     * A value.
     *
     * @param what the key it belongs to, for messages
     * @param line of that key, 1-based
     */
    YamlValue(Node node, String what, int line, Problems problems) {
        this.node = node;
        this.what = what;
        this.line = line;
        this.problems = problems;
    }

    static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    void problem(String problem) {
        problems.add(line, problem);
    }

    boolean isText() {
        return node instanceof ScalarNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    /** A text, number or word, as it is written. */
    String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        problem(what + " must be a single value. Write " + what + ": VALUE.");
        return "";
    }

    /** A list; a single value counts as a list of one. */
    List<YamlValue> list() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(item -> new YamlValue(item, what, line(item), problems))
                    .toList();
        }
        return List.of(this);
    }

    /** The texts of a list. */
    List<String> texts() {
        return list().stream().map(YamlValue::text).toList();
    }

    YamlMap map() {
        if (node instanceof MappingNode) {
            return new YamlMap(entries(), this);
        }
        problem(what + " must hold keys and values. Write them below it, indented: KEY: VALUE.");
        return new YamlMap(Map.of(), this);
    }

    /** Keys and values where the keys are the author's own. */
    Map<String, YamlValue> entries() {
        Map<String, YamlValue> entries = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            problem(what + " must hold keys and values. Write them below it, indented: KEY: VALUE.");
            return entries;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            int at = line(tuple.getKeyNode());
            YamlValue key = new YamlValue(tuple.getKeyNode(), what, at, problems);
            String name = key.text();
            if (entries.put(name, new YamlValue(tuple.getValueNode(), name, at, problems)) != null) {
                key.problem(name + " is given twice. Keep one of them.");
            }
        }
        return entries;
    }

    /** One of the constants of an enum, in lower case with hyphens. */
    <E extends Enum<E>> E choice(Class<E> type, E otherwise) {
        String text = text();
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(text)) {
                return constant;
            }
        }
        problem(what + " is \"" + text + "\". Use one of "
                + Arrays.stream(type.getEnumConstants()).map(YamlValue::word).collect(Collectors.joining(", ")) + ".");
        return otherwise;
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whole numbers of at least 1. */
    List<Integer> counts() {
        List<Integer> counts = new ArrayList<>();
        for (YamlValue item : list()) {
            String text = item.text();
            if (text.matches("[1-9]\\d{0,8}")) {
                counts.add(Integer.valueOf(text));
            } else {
                item.problem(what + " holds \"" + text + "\". Write a whole number such as 11.");
            }
        }
        return counts;
    }

    boolean flag() {
        String text = text();
        if (!text.equals("true") && !text.equals("false")) {
            problem(what + " is \"" + text + "\". Use true or false.");
        }
        return text.equals("true");
    }
}
