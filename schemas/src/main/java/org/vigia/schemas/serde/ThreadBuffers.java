package org.vigia.schemas.serde;

import java.io.ByteArrayOutputStream;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/** Encoder and decoder of one thread, used again for every record: a Serde may be shared by many threads. */
final class ThreadBuffers {

    private static final int FIRST_BYTES = 1024;
    private static final int KEPT_BYTES = 1 << 20;
    private static final ThreadLocal<ThreadBuffers> BUFFERS = ThreadLocal.withInitial(ThreadBuffers::new);

    private ByteArrayOutputStream out = new ByteArrayOutputStream(FIRST_BYTES);
    private @Nullable BinaryEncoder encoder;
    private @Nullable BinaryDecoder decoder;

    private ThreadBuffers() {}

    static ThreadBuffers get() {
        return BUFFERS.get();
    }

    /** An encoder that writes to {@link #out()}, which is empty. */
    BinaryEncoder encoder() {
        if (out.size() > KEPT_BYTES) {
            out = new ByteArrayOutputStream(FIRST_BYTES);
        }
        BinaryEncoder ready = EncoderFactory.get().binaryEncoder(out, encoder);
        encoder = ready;
        // Only now: taken up again, an encoder first flushes what a failed record left in it.
        out.reset();
        return ready;
    }

    ByteArrayOutputStream out() {
        return out;
    }

    BinaryDecoder decoder(byte[] bytes, int offset) {
        BinaryDecoder ready = DecoderFactory.get().binaryDecoder(bytes, offset, bytes.length - offset, decoder);
        decoder = ready;
        return ready;
    }
}
