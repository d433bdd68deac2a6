package org.vigia.runtime.streams;

import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;

/** Where an application keeps its state; a changelog topic holds it all the same. */
public enum StoreKind {
    /** On disk: bounded memory, quick restart. */
    ROCKSDB,
    /** In the heap: half the CPU, read back from the changelog at every start. */
    MEMORY;

    /** A key-value store of this kind. */
    public KeyValueBytesStoreSupplier keyValueStore(String name) {
        return switch (this) {
            case ROCKSDB -> Stores.persistentKeyValueStore(name);
            case MEMORY -> Stores.inMemoryKeyValueStore(name);
        };
    }
}
