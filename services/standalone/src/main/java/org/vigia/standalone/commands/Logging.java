package org.vigia.standalone.commands;

import org.vigia.runtime.settings.Setting;
import org.vigia.runtime.settings.Settings;

/** Hands the log settings to the logging configuration; takes effect only before the first logger is asked for. */
final class Logging {

    private Logging() {}

    /** For one application against a cluster somewhere else, whose warnings matter. */
    static void ofService(Settings settings) {
        configure(settings, "INFO", "WARN");
    }

    /** For broker and applications in one process. */
    static void ofMachine(Settings settings) {
        // Kafka warns of a one-node broker that starts, and of a client that closes; neither is news to anybody.
        configure(settings, "INFO", "ERROR");
    }

    /** For a command that a person waits for: only what went wrong. */
    static void ofCommand(Settings settings) {
        configure(settings, "WARN", "ERROR");
    }

    private static void configure(Settings settings, String usualLevel, String kafkaLevel) {
        System.setProperty("vigia.log.format", settings.oneOf(Setting.LOG_FORMAT, "text", "json"));
        System.setProperty("vigia.log.level", settings.text(Setting.LOG_LEVEL).orElse(usualLevel));
        System.setProperty("vigia.kafka.log.level", kafkaLevel);
    }
}
