package org.vigia.producers.reference;

import java.util.Locale;
import org.apache.avro.specific.SpecificRecord;
import org.vigia.events.ClaimStatus;
import org.vigia.events.Jurisdiction;
import org.vigia.events.RejectionReason;
import org.vigia.producers.cell.Choices;
import org.vigia.producers.cell.Codes;
import org.vigia.producers.cell.Texts;
import org.vigia.producers.claim.Batch;
import org.vigia.producers.claim.RowMapping;
import org.vigia.producers.table.Columns;
import org.vigia.producers.table.Row;
import org.vigia.producers.table.RowRejection;

/**
 * Who controls which place: a row per place, kind of traffic and first day. {@code until} is the first day on which the
 * agency no longer controls it.
 */
public final class JurisdictionRows implements RowMapping {

    public static final Columns COLUMNS = Columns.required("country", "place", "kind", "agency")
            .optional("locode", "from", "until", "source", "status");

    @Override
    public SpecificRecord event(Row row, Batch batch) {
        Texts.required(row, "country");
        String country = Codes.country(row, "country");
        String place = Texts.required(row, "place");
        String kind = Texts.required(row, "kind").toUpperCase(Locale.ROOT);
        String code = Texts.orNull(row, "locode");
        String locode = code == null ? null : Codes.locode(code, country);
        if (code != null && locode == null) {
            throw new RowRejection(
                    RejectionReason.INVALID_CODE,
                    "Column locode holds " + code + ", which is no UN/LOCODE of " + country
                            + ". Write it as MXZLO, or leave it empty.");
        }
        ListingDates from = ListingDates.of(row, "from");
        String where = locode == null ? Texts.normalise(place).replace("/", "%2f") : locode;
        boolean withdrawn = Choices.status(row) == ClaimStatus.RETRACTED;
        return new Jurisdiction(
                country + "/" + where + "/" + kind + "/" + (from.day() == null ? "" : from.day()),
                country,
                place,
                locode,
                kind,
                withdrawn ? row.text("agency") : Texts.required(row, "agency"),
                from.day(),
                ListingDates.of(row, "until").day(),
                Texts.orNull(row, "source"),
                withdrawn,
                batch.recordedAt(),
                batch.source(row.line()));
    }
}
