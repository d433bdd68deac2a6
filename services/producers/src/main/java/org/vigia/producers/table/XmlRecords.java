package org.vigia.producers.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.vigia.events.RejectionReason;

/**
 * Cuts an XML document into the elements that are rows, each written out again by itself in UTF-8. Document types and
 * external entities are off: a file cannot make the reader open another one, or grow by entities.
 */
final class XmlRecords implements RecordSource {

    private static final XMLInputFactory XML = factory();

    private final Set<String> elements;
    private final TokenGuard guard;
    private final XMLStreamReader reader;

    /** @param elements names of the elements that are rows */
    XmlRecords(InputStream in, Set<String> elements) throws IOException {
        this.elements = elements;
        guard = new TokenGuard(in);
        try {
            reader = XML.createXMLStreamReader(guard);
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    @Override
    public @Nullable RawRecord next() throws IOException {
        try {
            while (reader.hasNext()) {
                if (advance() == XMLStreamReader.START_ELEMENT && elements.contains(reader.getLocalName())) {
                    return element();
                }
            }
            return null;
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    private int advance() throws XMLStreamException {
        guard.next();
        return reader.next();
    }

    private RawRecord element() throws XMLStreamException, IOException {
        long line = reader.getLocation().getLineNumber();
        StringBuilder text = new StringBuilder();
        long length = 0;
        int depth = 0;
        do {
            int event = depth == 0 ? XMLStreamReader.START_ELEMENT : advance();
            int before = text.length();
            switch (event) {
                case XMLStreamReader.START_ELEMENT -> {
                    depth++;
                    start(text);
                }
                case XMLStreamReader.END_ELEMENT -> {
                    depth--;
                    text.append("</").append(reader.getLocalName()).append('>');
                }
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> escape(text, reader.getText());
                case XMLStreamReader.ENTITY_REFERENCE ->
                    throw new IOException("line "
                            + reader.getLocation().getLineNumber() + " refers to entity " + reader.getLocalName()
                            + ", and entities of a document's own are not read");
                default -> {}
            }
            length += text.length() - before;
            if (length > RecordScanner.RECORD_LIMIT) {
                text.setLength(before);
            }
        } while (depth > 0);
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return length <= RecordScanner.RECORD_LIMIT
                ? new RawRecord(line, bytes, bytes.length, null)
                : new RawRecord(
                        line,
                        Arrays.copyOf(bytes, Math.min(bytes.length, RecordScanner.KEPT_OF_BAD)),
                        bytes.length,
                        RejectionReason.CELL_TOO_LARGE);
    }

    private void start(StringBuilder text) {
        text.append('<').append(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            text.append(' ').append(reader.getAttributeLocalName(i)).append("=\"");
            escape(text, reader.getAttributeValue(i));
            text.append('"');
        }
        text.append('>');
    }

    private static void escape(StringBuilder text, String characters) {
        for (int i = 0; i < characters.length(); i++) {
            char c = characters.charAt(i);
            switch (c) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                case '"' -> text.append("&quot;");
                case '\r' -> text.append("&#13;");
                default -> text.append(c);
            }
        }
    }

    private static IOException malformed(XMLStreamException e) {
        if (e.getNestedException() instanceof IOException cause) {
            return cause;
        }
        String message = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
        return new IOException("it is not well-formed XML (" + message + ")", e);
    }
}
