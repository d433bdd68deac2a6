package org.vigia.schemas.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Key and trust stores for https. The host name is always checked.
 *
 * @param keyPassword password of the key within the key store; the store's own unless set
 */
record TlsSettings(Optional<Store> trust, Optional<Store> key, Optional<String> keyPassword) {

    private static final String PREFIX = "schema.registry.ssl.";

    /** A file in Java's formats: PKCS12 or JKS. */
    record Store(Path location, Optional<String> password, Optional<String> type) {

        private KeyStore load() throws IOException, GeneralSecurityException {
            KeyStore store = KeyStore.getInstance(type.orElseGet(KeyStore::getDefaultType));
            try (InputStream in = Files.newInputStream(location)) {
                store.load(in, password.map(String::toCharArray).orElse(null));
            }
            return store;
        }

        @Override
        public String toString() {
            return location.toString();
        }
    }

    static TlsSettings from(Map<String, ?> configuration) {
        return new TlsSettings(
                store(configuration, "truststore."),
                store(configuration, "keystore."),
                find(configuration, "key.password"));
    }

    /**
     * The context for connections, if a store is set.
     *
     * @throws IllegalArgumentException if a store cannot be read
     */
    Optional<SSLContext> context() {
        if (trust.isEmpty() && key.isEmpty()) {
            return Optional.empty();
        }
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keyManagers(), trustManagers(), null);
            return Optional.of(context);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "Cannot use the key or trust store of schema.registry.ssl (" + this + "): " + e.getMessage(), e);
        }
    }

    private KeyManager[] keyManagers() throws IOException, GeneralSecurityException {
        if (key.isEmpty()) {
            return new KeyManager[0];
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        Optional<String> password = keyPassword.or(() -> key.get().password());
        factory.init(key.get().load(), password.map(String::toCharArray).orElse(null));
        return factory.getKeyManagers();
    }

    private TrustManager @Nullable [] trustManagers() throws IOException, GeneralSecurityException {
        if (trust.isEmpty()) {
            // Java's own certificate authorities.
            return null;
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trust.get().load());
        return factory.getTrustManagers();
    }

    private static Optional<Store> store(Map<String, ?> configuration, String name) {
        return find(configuration, name + "location")
                .map(location -> new Store(
                        Path.of(location), find(configuration, name + "password"), find(configuration, name + "type")));
    }

    private static Optional<String> find(Map<String, ?> configuration, String key) {
        // Only with the prefix: without it the keys are those of the connection to Kafka.
        String value = ClientSettings.text(configuration.get(PREFIX + key));
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    @Override
    public String toString() {
        return "trust store " + trust.map(Store::toString).orElse("none") + ", key store "
                + key.map(Store::toString).orElse("none");
    }
}
