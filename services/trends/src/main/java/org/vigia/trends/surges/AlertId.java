package org.vigia.trends.surges;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.vigia.events.AlertKind;

/** Ids of alerts: the kind and the key of the trend with which the finding begins give the same id at any time. */
final class AlertId {

    private static final int BYTES = 16;

    private AlertId() {}

    static String of(AlertKind kind, String trendKey) {
        String facts = String.join("\0", kind.name(), trendKey);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(facts.getBytes(StandardCharsets.UTF_8));
            return prefix(kind) + HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String prefix(AlertKind kind) {
        return kind == AlertKind.DISPLACEMENT ? "DP-" : "SS-";
    }
}
