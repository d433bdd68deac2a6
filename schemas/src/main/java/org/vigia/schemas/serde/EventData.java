package org.vigia.schemas.serde;

import java.util.ArrayList;
import org.apache.avro.Conversion;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/**
 * Reads arrays as plain lists. Avro's own compare their elements by Avro's rules without the conversions of logical
 * types, so that {@code equals} of a record throws if an array within holds an optional date.
 */
final class EventData extends SpecificData {

    private static final int MOST_ROOM_AHEAD = 64;

    EventData(Schema reader) {
        super(SpecificData.getForSchema(reader).getClassLoader());
        for (Conversion<?> conversion : SpecificData.getForSchema(reader).getConversions()) {
            addLogicalTypeConversion(conversion);
        }
    }

    @Override
    public Object newArray(Object old, int size, Schema schema) {
        // The size is what the bytes claim; it is believed once the elements are there.
        return new ArrayList<>(Math.min(size, MOST_ROOM_AHEAD));
    }
}
