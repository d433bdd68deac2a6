package org.vigia.producers.reference;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.vigia.events.ClaimStatus;
import org.vigia.events.Substance;
import org.vigia.producers.cell.Choices;
import org.vigia.producers.cell.Codes;
import org.vigia.producers.cell.Texts;
import org.vigia.producers.claim.Batch;
import org.vigia.producers.claim.RowMapping;
import org.vigia.producers.table.Columns;
import org.vigia.producers.table.Row;

/** Identities of substances: a row each. */
public final class SubstanceRows implements RowMapping {

    public static final Columns COLUMNS = Columns.required("substance_id", "name")
            .optional("cas", "inchikey", "smiles", "synonyms", "families", "source", "status");

    @Override
    public SpecificRecord event(Row row, Batch batch) {
        boolean withdrawn = Choices.status(row) == ClaimStatus.RETRACTED;
        return new Substance(
                Texts.required(row, "substance_id"),
                withdrawn ? row.text("name") : Texts.required(row, "name"),
                Codes.checkedCas(row, "cas"),
                Texts.orNull(row, "inchikey"),
                Texts.orNull(row, "smiles"),
                sorted(Texts.several(row, "synonyms")),
                sorted(Texts.several(row, "families")),
                Texts.orNull(row, "source"),
                withdrawn,
                batch.recordedAt(),
                batch.source(row.line()));
    }

    private static List<String> sorted(List<String> values) {
        return values.stream().distinct().sorted().toList();
    }
}
