package org.vigia.producers.reference;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.vigia.events.ClaimStatus;
import org.vigia.events.DetectorSettings;
import org.vigia.events.RejectionReason;
import org.vigia.producers.cell.Decimals;
import org.vigia.producers.cell.Quote;
import org.vigia.producers.cell.Texts;
import org.vigia.producers.claim.Batch;
import org.vigia.producers.claim.ClaimRows;
import org.vigia.producers.claim.GroupMapping;
import org.vigia.producers.table.Cells;
import org.vigia.producers.table.Columns;
import org.vigia.producers.table.Row;
import org.vigia.producers.table.RowRejection;

/**
 * Settings of detectors: a row for each setting, all rows of a detector are one version. A row without a setting says
 * only what holds for the version. What a setting may be, the detector knows.
 */
public final class DetectorSettingsRows implements ListMapping {

    public static final Columns COLUMNS = Columns.required("detector", "version")
            .optional("setting", "value", "enabled", "author", "reason", "status");

    @Override
    public String key(Row row, Batch batch) {
        return detector(row);
    }

    private static String detector(Cells row) {
        return Texts.required(row, "detector").toUpperCase(Locale.ROOT);
    }

    @Override
    public String part(Row row) {
        return row.text("setting");
    }

    @Override
    public String agreed(Row row) {
        return GroupMapping.part(
                Objects.toString(number(row), ""), Integer.toString(version(row)), row.text("enabled"));
    }

    @Override
    public void check(Row row, Batch batch) {
        detector(row);
        version(row);
        enabled(row);
        number(row);
    }

    @Override
    public SpecificRecord event(ClaimRows rows, Batch batch) {
        Row first = rows.rows().getFirst();
        Map<String, String> values = new TreeMap<>();
        boolean enabled = true;
        for (Row row : rows.rows()) {
            if (version(row) != version(first)) {
                throw new RowRejection(
                        RejectionReason.CONFLICTING_ROWS,
                        "The rows of " + detector(first) + " are of versions " + version(first) + " and " + version(row)
                                + ". Give all rows of a detector the same version.");
            }
            BigDecimal number = number(row);
            if (number != null) {
                values.put(row.text("setting"), Decimals.canonical(number));
            }
            enabled &= enabled(row);
        }
        return new DetectorSettings(
                detector(first),
                version(first),
                enabled,
                values,
                rows.joined("author"),
                rows.joined("reason"),
                batch.recordedAt(),
                rows.status() == ClaimStatus.RETRACTED,
                batch.source(rows.line()));
    }

    private static int version(Row row) {
        Integer version = Decimals.count(row, "version");
        return version == null ? 0 : version;
    }

    private static boolean enabled(Row row) {
        String text = row.text("enabled").toLowerCase(Locale.ROOT);
        return switch (text) {
            case "", "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default ->
                throw new RowRejection(
                        RejectionReason.UNKNOWN_VALUE,
                        "Column enabled holds " + Quote.of(row.text("enabled")) + ". Write true or false.");
        };
    }

    private static @Nullable BigDecimal number(Row row) {
        return row.text("setting").isEmpty() ? null : Decimals.of(row, "value");
    }
}
