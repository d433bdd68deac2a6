package org.vigia.producers.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamReader;

/** An element of a row, with what is in it. */
record XmlElement(String name, Map<String, String> attributes, StringBuilder text, List<XmlElement> children) {

    /** The element that a reader stands on, still empty. */
    static XmlElement of(XMLStreamReader reader) {
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return new XmlElement(reader.getLocalName(), attributes, new StringBuilder(), new ArrayList<>());
    }

    /** The text of the first child of a name. */
    Optional<String> child(String childName) {
        return children.stream()
                .filter(child -> child.name.equals(childName))
                .map(child -> Blanks.strip(child.text.toString()))
                .findFirst();
    }

    /** Whether the first child of a name has a text; a child that is not there has none. */
    boolean holds(String childName, String value) {
        return child(childName).orElse("").equals(value);
    }

    /** The texts of all children, with commas between. */
    String together() {
        return children.stream()
                .map(child -> child.children.isEmpty() ? Blanks.strip(child.text.toString()) : child.together())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
