package org.vigia.schemas.encoding;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Decides for each schema how its values are written. A value that does not fit gives a cast or null error. */
final class FieldWriters {

    private final Set<String> marked;
    private final Map<String, List<FieldWriter>> records = new HashMap<>();

    /** @param marked full names of fields */
    FieldWriters(Set<String> marked) {
        this.marked = marked;
    }

    static void write(List<FieldWriter> fields, SpecificRecord record, AvroBytes out) {
        for (int i = 0; i < fields.size(); i++) {
            fields.get(i).write(record.get(i), out);
        }
    }

    /** @throws UnsupportedOperationException if a value may be what no generated class of ours has */
    List<FieldWriter> ofRecord(Schema schema) {
        List<FieldWriter> known = records.get(schema.getFullName());
        if (known != null) {
            return known;
        }
        List<FieldWriter> fields = new ArrayList<>();
        // Before its fields, because a record may hold itself.
        records.put(schema.getFullName(), fields);
        for (Schema.Field field : schema.getFields()) {
            FieldWriter writer = of(field.schema());
            fields.add(marked.contains(schema.getFullName() + "." + field.name()) ? marking(writer) : writer);
        }
        return fields;
    }

    private static FieldWriter marking(FieldWriter writer) {
        return (value, out) -> {
            int since = out.size();
            writer.write(value, out);
            out.mark(since);
        };
    }

    private FieldWriter of(Schema schema) {
        LogicalType logical = schema.getLogicalType();
        if (logical != null) {
            return ofLogical(logical);
        }
        return switch (schema.getType()) {
            case RECORD -> {
                List<FieldWriter> fields = ofRecord(schema);
                yield (value, out) -> write(fields, (SpecificRecord) present(value), out);
            }
            case ENUM -> FieldWriters::writeConstant;
            case ARRAY -> ofArray(of(schema.getElementType()));
            case MAP -> ofMap(of(schema.getValueType()));
            case UNION -> ofUnion(schema);
            case STRING -> (value, out) -> out.putText(present(value).toString());
            case BYTES -> (value, out) -> out.putBytes((ByteBuffer) present(value));
            case INT -> (value, out) -> out.putNumber((Integer) present(value));
            case LONG -> (value, out) -> out.putNumber((Long) present(value));
            case FLOAT -> (value, out) -> out.putFloat((Float) present(value));
            case DOUBLE -> (value, out) -> out.putDouble((Double) present(value));
            case BOOLEAN -> (value, out) -> out.putBoolean((Boolean) present(value));
            case FIXED, NULL -> throw new UnsupportedOperationException(schema.toString());
        };
    }

    @SuppressWarnings("EnumOrdinal") // Avro generates the constants in the order of its schema, whose index it writes.
    private static void writeConstant(@Nullable Object value, AvroBytes out) {
        out.putNumber(((Enum<?>) present(value)).ordinal());
    }

    private static FieldWriter ofLogical(LogicalType type) {
        if (type instanceof LogicalTypes.TimestampMillis) {
            return (value, out) -> out.putNumber(((Instant) present(value)).toEpochMilli());
        }
        if (type instanceof LogicalTypes.Date) {
            return (value, out) -> out.putNumber(((LocalDate) present(value)).toEpochDay());
        }
        throw new UnsupportedOperationException(type.getName());
    }

    /** A block with all elements, then the empty block that ends the array. */
    private static FieldWriter ofArray(FieldWriter element) {
        return (value, out) -> {
            Collection<?> elements = (Collection<?>) present(value);
            if (!elements.isEmpty()) {
                out.putNumber(elements.size());
                elements.forEach(each -> element.write(each, out));
            }
            out.putNumber(0);
        };
    }

    private static FieldWriter ofMap(FieldWriter element) {
        return (value, out) -> {
            Map<?, ?> map = (Map<?, ?>) present(value);
            if (!map.isEmpty()) {
                out.putNumber(map.size());
                sorted(map).forEach((key, each) -> {
                    out.putText(key.toString());
                    element.write(each, out);
                });
            }
            out.putNumber(0);
        };
    }

    private static Map<?, ?> sorted(Map<?, ?> map) {
        boolean ordered = map.size() == 1 || (map instanceof SortedMap<?, ?> same && same.comparator() == null);
        return ordered ? map : new TreeMap<>(map);
    }

    private FieldWriter ofUnion(Schema schema) {
        List<Schema> types = schema.getTypes();
        int nothing = types.get(0).getType() == Schema.Type.NULL ? 0 : 1;
        if (types.size() != 2 || types.get(nothing).getType() != Schema.Type.NULL) {
            throw new UnsupportedOperationException(schema.toString());
        }
        FieldWriter present = of(types.get(1 - nothing));
        return (value, out) -> {
            out.putNumber(value == null ? nothing : 1 - nothing);
            if (value != null) {
                present.write(value, out);
            }
        };
    }

    private static Object present(@Nullable Object value) {
        return Objects.requireNonNull(value);
    }
}
