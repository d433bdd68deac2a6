package org.vigia.producers.claim;

/** A Bloom filter over keys, with the two hashes of Kirsch and Mitzenmacher ("Less Hashing, Same Performance", 2006). */
final class BloomBits {

    private static final int HASHES = 7;
    private static final int LEAST_WORDS = 1 << 10;

    private final long[] words;
    private final long mask;

    /** @param bits how many at least; rounded up to a power of two */
    BloomBits(long bits) {
        int size = LEAST_WORDS;
        while ((long) size * Long.SIZE < bits) {
            size <<= 1;
        }
        words = new long[size];
        mask = (long) size * Long.SIZE - 1;
    }

    /** Adds a key; false if it may have been there before. */
    boolean add(String key) {
        boolean added = false;
        long hash = KeyHash.of(key);
        long step = KeyHash.second(hash);
        for (int i = 0; i < HASHES; i++) {
            int word = (int) ((hash & mask) >>> 6);
            long bit = 1L << hash;
            added |= (words[word] & bit) == 0;
            words[word] |= bit;
            hash += step;
        }
        return added;
    }

    /** Whether a key may have been added. */
    boolean contains(String key) {
        long hash = KeyHash.of(key);
        long step = KeyHash.second(hash);
        for (int i = 0; i < HASHES; i++) {
            if ((words[(int) ((hash & mask) >>> 6)] & (1L << hash)) == 0) {
                return false;
            }
            hash += step;
        }
        return true;
    }
}
