package org.vigia.trends.stores;

/** Where state is kept on the machine that runs a task; either way it is logged to a changelog topic. */
public enum StateStorage {
    /** On disk, for state larger than memory and a quick restart. */
    ROCKSDB,
    /** In the heap: faster, restored from the changelog after each start. */
    IN_MEMORY
}
