package org.vigia.runtime.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigia.runtime.settings.InvalidSettingException;

/**
 * API keys by a file that holds only their hashes. A change of the file counts at once, so that a key can be taken away; a
 * file that cannot be read any more leaves the keys as they were, and the log says so.
 */
final class ApiKeys implements Credentials {

    private static final Logger log = LoggerFactory.getLogger(ApiKeys.class);

    private final Path file;
    private final Clock clock;
    private Map<String, KeyFile.Entry> keys;
    private FileTime read;

    private ApiKeys(Path file, Clock clock, Map<String, KeyFile.Entry> keys, FileTime read) {
        this.file = file;
        this.clock = clock;
        this.keys = keys;
        this.read = read;
    }

    static ApiKeys read(String file) {
        return read(Path.of(file), Clock.systemUTC());
    }

    /** @throws InvalidSettingException if the file cannot be read; the message names the place */
    static ApiKeys read(Path file, Clock clock) {
        try {
            FileTime modified = Files.getLastModifiedTime(file);
            return new ApiKeys(file, clock, KeyFile.read(file), modified);
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidSettingException("access.keys=" + file + " cannot be read: " + e.getMessage());
        }
    }

    @Override
    public boolean isMine(String bearer) {
        return bearer.startsWith(ApiKey.BEGINNING);
    }

    @Override
    public Caller caller(String bearer) {
        ApiKey key = ApiKey.parse(bearer).orElseThrow(() -> refused("a key that is none"));
        KeyFile.Entry entry = keys().get(key.id());
        if (entry == null) {
            throw refused("unknown key " + key.id());
        }
        byte[] expected = entry.hash().getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(expected, key.hash().getBytes(StandardCharsets.US_ASCII))) {
            throw refused("wrong secret for key " + key.id());
        }
        Instant expires = entry.expires();
        if (expires != null && !clock.instant().isBefore(expires)) {
            throw refused("key " + key.id() + " has expired");
        }
        return new Caller("key:" + key.id(), entry.scopes());
    }

    private synchronized Map<String, KeyFile.Entry> keys() {
        try {
            FileTime modified = Files.getLastModifiedTime(file);
            if (!modified.equals(read)) {
                read = modified;
                keys = KeyFile.read(file);
                log.info("The API keys were read again from {}", file);
            }
        } catch (IOException | IllegalArgumentException e) {
            log.error("The API keys stay as they were, because {} cannot be read: {}", file, e.getMessage());
        }
        return keys;
    }

    /** The caller is not told which part is wrong. */
    private static NotAuthenticatedException refused(String reason) {
        return new NotAuthenticatedException("The API key is not valid, or not any more.", reason);
    }
}
