package org.vigia.schemas.registry;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Chooses the registry client that a configuration names; equal configurations share one client and its caches. */
public final class RegistryClients {

    /** Configuration key: base URLs of the registry, separated by commas, tried in turn. */
    public static final String URL = "schema.registry.url";

    private static final String MOCK = "mock://";
    private static final Map<ClientSettings, HttpRegistryClient> CLIENTS = new ConcurrentHashMap<>();

    private RegistryClients() {}

    /**
     * The client for Confluent's configuration keys; see {@link ClientSettings} for those it knows.
     *
     * @throws IllegalArgumentException if a setting is missing or cannot be used
     */
    public static RegistryClient from(Map<String, ?> configuration) {
        Object url = configuration.get(URL);
        if (url == null) {
            throw new IllegalArgumentException(URL + " is not set: give the address of the schema registry");
        }
        String address = ClientSettings.text(url);
        if (address.startsWith(MOCK)) {
            return InMemoryRegistry.of(address.substring(MOCK.length()));
        }
        return CLIENTS.computeIfAbsent(ClientSettings.from(configuration), HttpRegistryClient::new);
    }
}
