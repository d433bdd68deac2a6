package org.vigia.runtime.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The file of API keys, in YAML:
 *
 * <pre>
 * keys:
 *   - id: harbour-1
 *     sha256: 64 hexadecimal digits
 *     scopes: [write:harbour-arrivals, read:harbour-arrivals]
 *     expires: 2027-12-31T00:00:00Z    # may be left out
 * </pre>
 */
final class KeyFile {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final JsonMapper YAML = JsonMapper.builder(new YAMLFactory())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private KeyFile() {}

    /**
     * One key.
     *
     * @param expires from when on it is refused; null for never
     */
    record Entry(String hash, Set<Scope> scopes, @Nullable Instant expires) {}

    private record Line(
            @Nullable @JsonProperty("id") String id,
            @Nullable @JsonProperty("sha256") String sha256,
            @Nullable @JsonProperty("scopes") List<String> scopes,
            @Nullable @JsonProperty("expires") String expires) {}

    private record Lines(@Nullable @JsonProperty("keys") List<Line> keys) {}

    /** @throws IllegalArgumentException if a key is not good; the message says which and why */
    static Map<String, Entry> read(Path file) throws IOException {
        Lines lines = YAML.readValue(Files.readString(file), Lines.class);
        if (lines == null || lines.keys() == null) {
            throw new IllegalArgumentException("it has no list named keys");
        }
        Map<String, Entry> keys = new HashMap<>();
        for (Line line : lines.keys()) {
            String id = String.valueOf(line.id());
            ApiKey.requireId(id);
            if (keys.put(id, entry(id, line)) != null) {
                throw new IllegalArgumentException("key " + id + " is there twice");
            }
        }
        return keys;
    }

    private static Entry entry(String id, Line line) {
        String hash = String.valueOf(line.sha256());
        if (!SHA256.matcher(hash).matches()) {
            throw new IllegalArgumentException("sha256 of key " + id + " is not 64 lower-case hexadecimal digits");
        }
        List<String> scopes = line.scopes() == null ? List.of() : line.scopes();
        return new Entry(hash, scopes.stream().map(Scope::of).collect(Collectors.toSet()), expires(id, line));
    }

    private static @Nullable Instant expires(String id, Line line) {
        try {
            return line.expires() == null ? null : Instant.parse(line.expires());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "expires of key " + id + " is no instant; write it as 2027-12-31T00:00:00Z", e);
        }
    }
}
