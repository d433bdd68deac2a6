package org.vigia.runtime.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An API key: {@code vigia_ID_SECRET}. The secret is 256 random bits that only this class makes, so its plain SHA-256 is as
 * good as kept: there is no dictionary to try, and no two keys are alike, which is what slow and salted hashes are for. And
 * a fast hash cannot be used to keep the server busy.
 *
 * @param id names the key in files and logs
 * @param secret in base64url
 */
public record ApiKey(String id, String secret) {

    static final String BEGINNING = "vigia_";

    private static final int SECRET_BYTES = 32;
    private static final Pattern TEXT = Pattern.compile(BEGINNING + "([a-z0-9-]{1,40})_([A-Za-z0-9_-]{43})");
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,40}");

    /**
     * Makes a key.
     *
     * @throws IllegalArgumentException if the id is none
     */
    public static ApiKey create(String id) {
        requireId(id);
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return new ApiKey(id, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    static void requireId(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "\"" + id + "\" is no id of a key. Use up to 40 lower-case letters, digits and hyphens");
        }
    }

    static Optional<ApiKey> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches() ? Optional.of(new ApiKey(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** What the caller sends. */
    public String text() {
        return BEGINNING + id + "_" + secret;
    }

    /** SHA-256 of the secret, lower-case hex: what is kept. */
    public String hash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return BEGINNING + id;
    }
}
