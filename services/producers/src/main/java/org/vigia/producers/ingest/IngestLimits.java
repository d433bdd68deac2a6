package org.vigia.producers.ingest;

import org.vigia.runtime.settings.InvalidSettingException;
import org.vigia.runtime.settings.Setting;
import org.vigia.runtime.settings.Settings;

/**
 * How much is taken at a time.
 *
 * @param uploads requests with a body
 * @param batchBytes largest batch, unpacked
 * @param spoolBytes most bytes on disk
 */
public record IngestLimits(int uploads, long batchBytes, long spoolBytes) {

    /**
     * The limits of the settings.
     *
     * @throws InvalidSettingException if one is no number, or a batch could never fit
     */
    public static IngestLimits from(Settings settings) {
        IngestLimits limits = new IngestLimits(
                settings.integer(Setting.INGEST_UPLOADS, 1, 1_000).orElseThrow(),
                bytes(settings, Setting.INGEST_BATCH_BYTES),
                bytes(settings, Setting.INGEST_SPOOL_BYTES));
        if (limits.batchBytes() > limits.spoolBytes()) {
            throw new InvalidSettingException("ingest.batch.bytes=" + limits.batchBytes()
                    + " is more than ingest.spool.bytes=" + limits.spoolBytes() + ", so the largest batch never fits");
        }
        return limits;
    }

    private static long bytes(Settings settings, Setting setting) {
        String text = settings.require(setting).strip();
        try {
            long bytes = Long.parseLong(text);
            if (bytes > 0) {
                return bytes;
            }
        } catch (NumberFormatException e) {
            // Falls through to the one message for both.
        }
        throw new InvalidSettingException(setting.key() + "=" + text + " is not a whole number of bytes from 1 on");
    }
}
