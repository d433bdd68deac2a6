package org.vigia.schemas.serde;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.vigia.schemas.encoding.AvroBytes;
import org.vigia.schemas.encoding.RecordWriter;

/**
 * The schema that records of one schema are written with, and its id. Safe for use by several threads: the writers keep
 * no state between calls.
 */
final class WriteTarget {

    private static final ThreadLocal<AvroBytes> BYTES =
            ThreadLocal.withInitial(() -> new AvroBytes(WireFormat.ID_BYTES));

    private final int id;
    private final Schema written;
    private final Schema own;
    private final boolean asIs;
    private final @Nullable RecordWriter fast;
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
        this.fast = RecordWriter.of(own).orElse(null);
        this.specific = new SpecificDatumWriter<>(own);
        this.generic = new GenericDatumWriter<>(own);
    }

    /** Whether records are written with their own schema. */
    boolean isAsIs() {
        return asIs;
    }

    /** Writes the prefix over the first bytes. */
    void writePrefix(byte[] bytes) {
        ByteBuffer.wrap(bytes).put(WireFormat.ID).putInt(id);
    }

    /** A record with its prefix. */
    byte[] bytes(GenericContainer datum) throws IOException {
        byte[] bytes = asIs && fast != null && datum instanceof SpecificRecord record
                ? fast(fast, record, datum)
                : slow(datum);
        writePrefix(bytes);
        return bytes;
    }

    private byte[] fast(RecordWriter writer, SpecificRecord record, GenericContainer datum) throws IOException {
        AvroBytes out = BYTES.get();
        out.reset();
        try {
            writer.write(record, out);
            return out.toByteArray();
        } catch (RuntimeException e) {
            // Avro's own writer says which field is wrong.
            return slow(datum);
        }
    }

    private byte[] slow(GenericContainer datum) throws IOException {
        Object resolved = asIs ? datum : resolve(datum);
        ThreadBuffers buffers = ThreadBuffers.get();
        BinaryEncoder encoder = buffers.encoder();
        encoder.writeFixed(new byte[WireFormat.ID_BYTES]);
        if (asIs) {
            writer(datum).write(datum, encoder);
        } else {
            new GenericDatumWriter<>(written).write(resolved, encoder);
        }
        encoder.flush();
        return buffers.out().toByteArray();
    }

    /** Generated classes find their fields by position, so a record goes over to another schema through its bytes. */
    private Object resolve(GenericContainer datum) throws IOException {
        ThreadBuffers buffers = ThreadBuffers.get();
        BinaryEncoder encoder = buffers.encoder();
        writer(datum).write(datum, encoder);
        encoder.flush();
        byte[] bytes = buffers.out().toByteArray();
        return new GenericDatumReader<>(own, written)
                .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
    }

    private DatumWriter<GenericContainer> writer(GenericContainer datum) {
        return datum instanceof SpecificRecord ? specific : generic;
    }
}
