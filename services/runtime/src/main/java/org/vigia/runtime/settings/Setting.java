package org.vigia.runtime.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every setting by the name it has in a file; {@code registry.port} is {@code VIGIA_REGISTRY_PORT} in the environment. */
public enum Setting {
    BOOTSTRAP("bootstrap", null, "HOST:PORT of an existing Kafka cluster, several separated by commas"),
    REGISTRY("registry", null, "URL of an existing Confluent-compatible schema registry"),
    PREFIX("prefix", "vigia.", "put before the name of every topic and application"),
    DATA("data", null, "directory that keeps the state of broker and applications"),
    HOST("host", "127.0.0.1", "address that the HTTP server listens on"),
    PORT("port", "8080", "port of the HTTP server; 0 takes a free one"),
    REGISTRY_PORT("registry.port", null, "port of the embedded registry; 0 takes a free one"),
    BROKER_PORT("broker.port", null, "port of the embedded broker; 0 takes a free one"),
    STORES("stores", "rocksdb", "state stores of the applications: rocksdb or memory"),
    THREADS("threads", "1", "stream threads of each application"),
    COMMIT_INTERVAL("commit.interval.ms", "100", "how often the applications commit, in milliseconds"),
    LOG_FORMAT("log.format", "text", "format of the log on standard error: text or json"),
    LOG_LEVEL("log.level", null, "level of Vigía's own log messages: ERROR, WARN, INFO or DEBUG"),
    GROUP_PROTOCOL("group.protocol", "classic", "rebalance protocol of the applications: classic or streams"),
    ACCESS_KEYS("access.keys", null, "file of the API keys that callers over HTTP may show"),
    ACCESS_ISSUER("access.issuer", null, "who signs the tokens that callers over HTTP may show, their claim iss"),
    ACCESS_AUDIENCE("access.audience", null, "who those tokens are for, in their claim aud"),
    ACCESS_JWKS("access.jwks", null, "https address or file of the issuer's public keys"),
    INGEST_UPLOADS("ingest.uploads", "8", "uploads over HTTP that are taken at a time; more are answered 429"),
    INGEST_BATCH_BYTES("ingest.batch.bytes", "10737418240", "largest batch over HTTP, unpacked, in bytes"),
    INGEST_SPOOL_BYTES("ingest.spool.bytes", "21474836480", "most bytes of uploads on disk; more are answered 429"),
    DROP("drop", null, "directory whose subdirectories, named like feeds, are watched for files to load");

    private final String key;
    private final @Nullable String defaultValue;
    private final String description;

    Setting(String key, @Nullable String defaultValue, String description) {
        this.key = key;
        this.defaultValue = defaultValue;
        this.description = description;
    }

    /** Name in a settings file and, with dots as hyphens, on the command line. */
    public String key() {
        return key;
    }

    /** Name in the environment. */
    public String environmentName() {
        return "VIGIA_" + key.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    /** Value if it is set nowhere. */
    public Optional<String> defaultValue() {
        return Optional.ofNullable(defaultValue);
    }

    /** One line for the documentation. */
    public String description() {
        return description;
    }

    static Optional<Setting> named(String key) {
        return Arrays.stream(values()).filter(s -> s.key.equals(key)).findFirst();
    }
}
