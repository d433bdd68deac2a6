package org.vigia.producers.claim;

/**
 * 64 bits of a key, for filters that a collision makes less sharp and never wrong: FNV-1a over its characters (Fowler, Noll
 * and Vo), whose bits are then mixed by Stafford's variant 13 of the finaliser of MurmurHash3.
 */
final class KeyHash {

    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private KeyHash() {}

    static long of(String key) {
        long hash = BASIS;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * PRIME;
        }
        return mixed(hash);
    }

    /** Another hash of the same key, as good as independent of the first. */
    static long second(long hash) {
        return mixed(hash + PRIME);
    }

    private static long mixed(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
