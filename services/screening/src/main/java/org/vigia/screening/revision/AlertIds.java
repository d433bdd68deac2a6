package org.vigia.screening.revision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Ids of alerts that depend on what an alert is about and on nothing else. */
public final class AlertIds {

    private static final int BYTES = 16;

    private AlertIds() {}

    /**
     * The id of the alert about these facts.
     *
     * @param prefix tells people the kind of alert
     */
    public static String of(String prefix, List<String> facts) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\0", facts).getBytes(StandardCharsets.UTF_8));
            return prefix + "-" + HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
