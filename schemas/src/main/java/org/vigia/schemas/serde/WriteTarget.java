package org.vigia.schemas.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;

/**
 * The schema that records of one schema are written with, and its id. Safe for use by several threads: Avro's writers
 * keep no state between calls.
 */
final class WriteTarget {

    private final int id;
    private final Schema written;
    private final Schema own;
    private final boolean asIs;
    private final DatumWriter<GenericContainer> specific;
    private final DatumWriter<GenericContainer> generic;

    /**
     * @param written the schema behind the id
     * @param own the record's own schema
     */
    WriteTarget(int id, Schema written, Schema own) {
        this.id = id;
        this.written = written;
        this.own = own;
        this.asIs = written.equals(own);
        this.specific = new SpecificDatumWriter<>(own);
        this.generic = new GenericDatumWriter<>(own);
    }

    int id() {
        return id;
    }

    void write(GenericContainer datum, boolean isSpecific, BinaryEncoder encoder) throws IOException {
        if (asIs) {
            (isSpecific ? specific : generic).write(datum, encoder);
        } else {
            new GenericDatumWriter<>(written).write(resolve(datum, isSpecific), encoder);
        }
    }

    /** Generated classes find their fields by position, so a record goes over to another schema through its bytes. */
    private Object resolve(GenericContainer datum, boolean isSpecific) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        (isSpecific ? specific : generic).write(datum, encoder);
        encoder.flush();
        return new GenericDatumReader<>(own, written)
                .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
    }
}
