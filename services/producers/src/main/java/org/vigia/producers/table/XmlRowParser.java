package org.vigia.producers.table;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.vigia.events.RejectionReason;

/**
 * Rows that are XML elements. Columns are the paths of the elements inside, {@code ALIAS.NAME}, and of attributes,
 * {@code ALIAS@type}; {@code @} alone names the row's own element. Several texts under one path are put together with bars.
 */
final class XmlRowParser implements RowParser {

    private static final XMLInputFactory XML = XmlRecords.factory();
    private static final int DEPTH_LIMIT = 64;

    private final Columns columns;

    XmlRowParser(Columns columns) {
        this.columns = columns;
    }

    @Override
    public Row parse(RawRecord record) {
        Map<String, String> texts = new TreeMap<>();
        try {
            XMLStreamReader reader =
                    XML.createXMLStreamReader(new StringReader(new String(record.bytes(), StandardCharsets.UTF_8)));
            read(reader, texts);
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

    private static void read(XMLStreamReader reader, Map<String, String> texts) throws XMLStreamException {
        Deque<String> path = new ArrayDeque<>();
        Deque<StringBuilder> inside = new ArrayDeque<>();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    if (path.size() >= DEPTH_LIMIT) {
                        throw new RowRejection(
                                RejectionReason.MALFORMED_ROW,
                                "The row has elements more than " + DEPTH_LIMIT + " deep. Send it flatter.");
                    }
                    path.addLast(reader.getLocalName());
                    inside.addLast(new StringBuilder());
                    if (path.size() == 1) {
                        add(texts, "@", reader.getLocalName());
                    }
                    for (int i = 0; i < reader.getAttributeCount(); i++) {
                        add(texts, name(path) + "@" + reader.getAttributeLocalName(i), reader.getAttributeValue(i));
                    }
                }
                case XMLStreamReader.END_ELEMENT -> {
                    add(texts, name(path), inside.removeLast().toString());
                    path.removeLast();
                }
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA ->
                    inside.getLast().append(reader.getText());
                default -> {}
            }
        }
    }

    private static String name(Deque<String> path) {
        Iterator<String> names = path.iterator();
        names.next();
        StringBuilder name = new StringBuilder();
        names.forEachRemaining(next -> name.append(name.isEmpty() ? "" : ".").append(next));
        return name.toString();
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
