package org.vigia.producers.definition;

import java.util.Map;

/**
 * What an event is filled with.
 *
 * @param fields by column of the own format, the natural key among them
 * @param attributes by name
 */
record EventFields(Map<String, Field> fields, Map<String, Field> attributes) {

    EventFields {
        fields = Map.copyOf(fields);
        attributes = Map.copyOf(attributes);
    }
}
