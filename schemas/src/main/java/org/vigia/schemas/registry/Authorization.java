package org.vigia.schemas.registry;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Who the registry is told that we are. */
final class Authorization {

    private static final String BASIC_SOURCE = "basic.auth.credentials.source";
    private static final String BASIC_USER = "basic.auth.user.info";
    private static final String BEARER_SOURCE = "bearer.auth.credentials.source";
    private static final String BEARER_TOKEN = "bearer.auth.token";

    private Authorization() {}

    /**
     * Value of the Authorization header, if there are credentials.
     *
     * @throws IllegalArgumentException if the source of the credentials is not supported or does not hold them
     */
    static Optional<String> header(Map<String, ?> configuration, List<URI> urls) {
        Optional<String> bearer = bearer(configuration);
        return bearer.isPresent() ? bearer : basic(configuration, urls);
    }

    private static Optional<String> bearer(Map<String, ?> configuration) {
        Optional<String> source = ClientSettings.find(configuration, BEARER_SOURCE);
        if (source.isEmpty()) {
            return Optional.empty();
        }
        if (!source.get().equals("STATIC_TOKEN")) {
            throw new IllegalArgumentException(
                    BEARER_SOURCE + "=" + source.get() + " is not supported: use STATIC_TOKEN");
        }
        return Optional.of("Bearer " + required(configuration, BEARER_TOKEN));
    }

    private static Optional<String> basic(Map<String, ?> configuration, List<URI> urls) {
        String source = ClientSettings.find(configuration, BASIC_SOURCE).orElse("URL");
        return switch (source) {
            case "URL" ->
                urls.stream()
                        .map(URI::getUserInfo)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .map(Authorization::encode);
            case "USER_INFO" -> Optional.of(encode(required(configuration, BASIC_USER)));
            default ->
                throw new IllegalArgumentException(
                        BASIC_SOURCE + "=" + source + " is not supported: use URL or USER_INFO");
        };
    }

    private static String required(Map<String, ?> configuration, String key) {
        return ClientSettings.find(configuration, key)
                .orElseThrow(() -> new IllegalArgumentException(
                        key + " is not set, and the registry's credentials are to come from it"));
    }

    private static String encode(String userInfo) {
        return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
    }
}
