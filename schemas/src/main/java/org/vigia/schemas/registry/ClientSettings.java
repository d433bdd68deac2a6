package org.vigia.schemas.registry;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a registry, from Confluent's keys: {@code schema.registry.url}, {@code normalize.schemas},
 * {@code basic.auth.credentials.source} (URL or USER_INFO), {@code basic.auth.user.info},
 * {@code bearer.auth.credentials.source} (STATIC_TOKEN), {@code bearer.auth.token},
 * {@code schema.registry.ssl.{truststore,keystore}.{location,password,type}}, {@code schema.registry.ssl.key.password},
 * {@code http.connect.timeout.ms} and {@code http.read.timeout.ms}; and {@value #TOTAL_TIMEOUT}.
 *
 * @param urls at least one, without a slash at the end
 * @param authorization value of the Authorization header
 * @param totalTimeout how long all attempts at one request may take together
 */
record ClientSettings(
        List<URI> urls,
        Optional<String> authorization,
        TlsSettings tls,
        boolean normalize,
        Duration connectTimeout,
        Duration readTimeout,
        Duration totalTimeout) {

    /** Configuration key: milliseconds after which the registry counts as unavailable; 30,000 unless set. */
    static final String TOTAL_TIMEOUT = "vigia.registry.total.timeout.ms";

    private static final long DEFAULT_TOTAL_MS = 30_000;
    private static final long DEFAULT_CONNECT_MS = 5_000;
    private static final long DEFAULT_READ_MS = 10_000;

    ClientSettings {
        urls = List.copyOf(urls);
        if (urls.isEmpty()) {
            throw new IllegalArgumentException(RegistryClients.URL + " is empty: give the address of the registry");
        }
    }

    static ClientSettings from(Map<String, ?> configuration) {
        List<URI> given = new ArrayList<>();
        for (String address : text(configuration.get(RegistryClients.URL)).split(",", -1)) {
            if (!address.isBlank()) {
                given.add(parse(address.strip()));
            }
        }
        return new ClientSettings(
                given.stream().map(ClientSettings::withoutUser).toList(),
                Authorization.header(configuration, given),
                TlsSettings.from(configuration),
                Boolean.parseBoolean(text(configuration.get("normalize.schemas"))),
                millis(configuration, "http.connect.timeout.ms", DEFAULT_CONNECT_MS),
                millis(configuration, "http.read.timeout.ms", DEFAULT_READ_MS),
                millis(configuration, TOTAL_TIMEOUT, DEFAULT_TOTAL_MS));
    }

    /** A value as text; Kafka hands lists on as collections and passwords as objects. */
    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Password password -> password.value();
            case Collection<?> items -> items.stream().map(String::valueOf).collect(Collectors.joining(","));
            default -> value.toString();
        };
    }

    /** Confluent's clients read every key with and without this prefix. */
    static Optional<String> find(Map<String, ?> configuration, String key) {
        String prefixed = text(configuration.get("schema.registry." + key));
        String value = prefixed.isEmpty() ? text(configuration.get(key)) : prefixed;
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    private static Duration millis(Map<String, ?> configuration, String key, long otherwise) {
        String value = text(configuration.get(key));
        try {
            long millis = value.isEmpty() ? otherwise : Long.parseLong(value);
            if (millis > 0) {
                return Duration.ofMillis(millis);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + "=" + value + " is not a number of milliseconds", e);
        }
        throw new IllegalArgumentException(key + "=" + value + " is not a number of milliseconds above 0");
    }

    private static URI parse(String address) {
        try {
            URI uri = URI.create(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    RegistryClients.URL + " holds an address that is not a URL; it should be like http://host:8081", e);
        }
        throw new IllegalArgumentException(
                RegistryClients.URL + "=" + address + " is not an http or https address like http://host:8081");
    }

    private static URI withoutUser(URI uri) {
        String user = uri.getRawUserInfo();
        return user == null ? uri : URI.create(uri.toString().replace(user + "@", ""));
    }
}
