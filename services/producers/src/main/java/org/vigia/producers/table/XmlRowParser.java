package org.vigia.producers.table;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.vigia.events.RejectionReason;

/**
 * Rows that are XML elements. Columns are the paths of the elements inside, {@code ALIAS.NAME}, and of attributes,
 * {@code ALIAS@type}; {@code @} alone names the row's own element. {@code ALIAS} alone is all its elements together, with
 * commas, and {@code ALIAS[QUALITY=Low].NAME} the names of those whose quality is low. Several texts under one path are put
 * together with bars.
 */
final class XmlRowParser implements RowParser {

    private static final XMLInputFactory XML = XmlRecords.factory();
    private static final int DEPTH_LIMIT = 64;

    private static final Pattern CONDITION = Pattern.compile("(.+)\\[([^\\[=]+)=([^]]*)]\\.([^.]+)");

    /** A column that takes only elements of which a child has a certain text. */
    private record Condition(String column, String path, String child, String value, String leaf) {}

    private final Columns columns;
    private final List<Condition> conditions = new ArrayList<>();

    XmlRowParser(Columns columns) {
        this.columns = columns;
        for (String name : columns.names()) {
            Matcher condition = CONDITION.matcher(name);
            if (condition.matches()) {
                conditions.add(new Condition(
                        name, condition.group(1), condition.group(2), condition.group(3), condition.group(4)));
            }
        }
    }

    @Override
    public Row parse(RawRecord record) {
        Map<String, String> texts = new TreeMap<>();
        try {
            XMLStreamReader reader =
                    XML.createXMLStreamReader(new StringReader(new String(record.bytes(), StandardCharsets.UTF_8)));
            XmlElement root = read(reader);
            add(texts, "@", root.name());
            add(root, "", texts);
        } catch (XMLStreamException e) {
            throw new RowRejection(
                    RejectionReason.MALFORMED_ROW, "The row is not well-formed XML: " + e.getMessage() + ".");
        }
        Map<String, String> known = new TreeMap<>();
        Map<String, String> unknown = new TreeMap<>();
        texts.forEach((name, text) -> {
            String column = columns.known(name);
            if (column == null) {
                unknown.put(name, text);
            } else {
                known.merge(column, text, XmlRowParser::together);
            }
        });
        return new FieldsRow(record, known, unknown);
    }

    private static XmlElement read(XMLStreamReader reader) throws XMLStreamException {
        Deque<XmlElement> path = new ArrayDeque<>();
        while (true) {
            switch (reader.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    if (path.size() >= DEPTH_LIMIT) {
                        throw new RowRejection(
                                RejectionReason.MALFORMED_ROW,
                                "The row has elements more than " + DEPTH_LIMIT + " deep. Send it flatter.");
                    }
                    XmlElement element = XmlElement.of(reader);
                    if (!path.isEmpty()) {
                        path.getLast().children().add(element);
                    }
                    path.addLast(element);
                }
                case XMLStreamReader.END_ELEMENT -> {
                    XmlElement ended = path.removeLast();
                    if (path.isEmpty()) {
                        return ended;
                    }
                }
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA ->
                    path.getLast().text().append(reader.getText());
                default -> {}
            }
        }
    }

    private void add(XmlElement element, String path, Map<String, String> texts) {
        add(texts, path, element.text().toString());
        element.attributes().forEach((name, text) -> add(texts, path + "@" + name, text));
        if (!element.children().isEmpty() && columns.known(path) != null) {
            add(texts, path, element.together());
        }
        for (Condition condition : conditions) {
            if (condition.path().equals(path) && element.holds(condition.child(), condition.value())) {
                element.child(condition.leaf()).ifPresent(text -> add(texts, condition.column(), text));
            }
        }
        for (XmlElement child : element.children()) {
            add(child, path.isEmpty() ? child.name() : path + "." + child.name(), texts);
        }
    }

    private static void add(Map<String, String> texts, String name, String text) {
        String stripped = Blanks.strip(text);
        if (!stripped.isEmpty() && !name.isEmpty()) {
            texts.merge(name, stripped, XmlRowParser::together);
        }
    }

    private static String together(String one, String other) {
        return one + " | " + other;
    }
}
