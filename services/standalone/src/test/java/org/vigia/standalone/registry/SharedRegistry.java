package org.vigia.standalone.registry;

import org.vigia.standalone.broker.SharedBroker;

/** One registry for all tests of this JVM, started on first use. Tests keep apart by their own subjects. */
public final class SharedRegistry {

    private SharedRegistry() {}

    public static String url() {
        return Holder.REGISTRY.url();
    }

    private static final class Holder {
        static final EmbeddedRegistry REGISTRY = start();

        private static EmbeddedRegistry start() {
            EmbeddedRegistry registry = EmbeddedRegistry.start(SharedBroker.bootstrapServers(), 0);
            SharedBroker.closeFirst(registry);
            return registry;
        }
    }
}
