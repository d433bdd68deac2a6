package org.vigia.producers.shipment;

import org.jspecify.annotations.Nullable;
import org.vigia.events.ClaimStatus;
import org.vigia.events.GoodsLine;
import org.vigia.events.RejectionReason;
import org.vigia.producers.cell.Codes;
import org.vigia.producers.cell.Decimals;
import org.vigia.producers.cell.Quantities;
import org.vigia.producers.cell.Texts;
import org.vigia.producers.table.Row;
import org.vigia.producers.table.RowRejection;
import org.vigia.schemas.substance.CasNumber;

/**
 * Goods lines of a shipment, named by their description or a CAS number. A CAS number is kept as declared: whether it
 * can be right is for screening to say.
 */
final class GoodsLines {

    private GoodsLines() {}

    /** The goods line of a row; null if the row takes the shipment back without naming goods. */
    static @Nullable GoodsLine of(Row row, ClaimStatus status) {
        var quantity = Quantities.of(row, "quantity", "unit");
        var value = Decimals.notNegative(row, "declared_value");
        String currency = Codes.currency(row, "currency");
        boolean retracted = status == ClaimStatus.RETRACTED;
        if (!row.has("description") && !CasNumber.isOne(row.text("cas"))) {
            if (retracted) {
                return null;
            }
            throw new RowRejection(
                    RejectionReason.MISSING_VALUE,
                    "Column description is empty, and column cas holds no CAS number with a right check digit. Give one"
                            + " of them, so that the goods can be told.");
        }
        if (value != null && currency == null) {
            throw new RowRejection(
                    RejectionReason.MISSING_VALUE,
                    "Column currency is empty, but declared_value is given. Name its currency, for example USD.");
        }
        return new GoodsLine(
                row.text("line"),
                row.line(),
                row.text("description"),
                Texts.orNull(row, "cas"),
                Texts.orNull(row, "hs_code"),
                quantity,
                Texts.orNull(row, "packages"),
                value == null ? null : Decimals.canonical(value),
                currency);
    }
}
