package org.vigia.schemas.registry;

import java.util.Map;

/** Chooses the registry client that a configuration names. */
public final class RegistryClients {

    /** Configuration key: base URLs of the registry, separated by commas. */
    public static final String URL = "schema.registry.url";

    private static final String MOCK = "mock://";

    private RegistryClients() {}

    /** The client for Confluent's configuration keys. */
    public static RegistryClient from(Map<String, ?> configuration) {
        Object url = configuration.get(URL);
        if (url == null) {
            throw new IllegalArgumentException(URL + " is not set: give the address of the schema registry");
        }
        String address = url.toString();
        if (address.startsWith(MOCK)) {
            return InMemoryRegistry.of(address.substring(MOCK.length()));
        }
        throw new IllegalArgumentException("Unsupported registry address " + address);
    }
}
