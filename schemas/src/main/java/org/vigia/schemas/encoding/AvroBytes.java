package org.vigia.schemas.encoding;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A record in Avro's binary encoding, in memory that grows with it and is used again. Not for use by several threads. */
public final class AvroBytes {

    private static final int FIRST_BYTES = 1 << 10;
    private static final int KEPT_BYTES = 1 << 20;
    private static final int LONGEST_NUMBER = 10;

    private final int room;
    private byte[] bytes = new byte[FIRST_BYTES];
    private int size;
    /** Beginning and end of each passage, in the order of the bytes. */
    private int[] passages = new int[8];

    private int passageEnds;

    /** @param room how many zeros stand before the record, for others to write over */
    public AvroBytes(int room) {
        this.room = room;
        size = room;
    }

    /** Takes bytes in. */
    @FunctionalInterface
    public interface Sink {
        void take(byte[] bytes, int offset, int length);
    }

    /** Forgets the record. */
    public void reset() {
        if (bytes.length > KEPT_BYTES) {
            bytes = new byte[FIRST_BYTES];
        }
        size = room;
        passageEnds = 0;
    }

    /** The room before the record, and the record. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** Shows the record without what was marked. */
    public void unmarked(Sink sink) {
        int from = room;
        for (int i = 0; i < passageEnds; i += 2) {
            if (passages[i] > from) {
                sink.take(bytes, from, passages[i] - from);
            }
            from = passages[i + 1];
        }
        if (size > from) {
            sink.take(bytes, from, size - from);
        }
    }

    int size() {
        return size;
    }

    /** Marks what was written since a size. */
    void mark(int since) {
        if (passageEnds == passages.length) {
            passages = Arrays.copyOf(passages, 2 * passages.length);
        }
        if (passageEnds > 0 && passages[passageEnds - 1] == since) {
            passages[passageEnds - 1] = size;
        } else {
            passages[passageEnds++] = since;
            passages[passageEnds++] = size;
        }
    }

    void putBoolean(boolean value) {
        ensure(1);
        bytes[size++] = (byte) (value ? 1 : 0);
    }

    /** A number as int or long: zigzag, seven bits a byte. */
    void putNumber(long value) {
        ensure(LONGEST_NUMBER);
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    void putFloat(float value) {
        putLittleEndian(Float.floatToRawIntBits(value), Float.BYTES);
    }

    void putDouble(double value) {
        putLittleEndian(Double.doubleToRawLongBits(value), Double.BYTES);
    }

    private void putLittleEndian(long bits, int length) {
        ensure(length);
        for (int i = 0; i < length; i++) {
            bytes[size++] = (byte) (bits >>> (i * Byte.SIZE));
        }
    }

    void putText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        putNumber(utf8.length);
        ensure(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    void putBytes(ByteBuffer value) {
        int length = value.remaining();
        putNumber(length);
        ensure(length);
        value.get(value.position(), bytes, size, length);
        size += length;
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
