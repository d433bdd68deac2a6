package org.vigia.producers.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import org.vigia.events.RejectionReason;
import org.vigia.producers.table.OverlaidRow;
import org.vigia.producers.table.Row;
import org.vigia.producers.table.RowRejection;

/**
 * A wide table: each of some columns holds the quantities of one substance in one unit. All quantities of a row are items
 * of one event, because the row is one report of one place and time.
 *
 * @param listed what each column stands for, by column
 * @param header what columns that are not listed stand for by their names; matches nothing if there is no such rule
 * @param amount the quantity with a decimal point, of a cell and the name of its column; empty if it is unknown
 */
record WideColumns(Map<String, Item> listed, HeaderTemplate header, BinaryOperator<String> amount) {

    private static final Pattern ZERO = Pattern.compile("[+-]?(?:0+\\.?0*|\\.0+)(?:[eE][+-]?\\d+)?");

    /** What a column stands for: fields and their values, such as substance and unit. */
    record Item(Map<String, String> fields) {

        Item {
            fields = Map.copyOf(fields);
        }
    }

    WideColumns {
        listed = new LinkedHashMap<>(listed);
    }

    /** Whether an attribute of the partner's row is a quantity of the table. */
    boolean takes(String column) {
        return listed.containsKey(column) || header.item(column).isPresent();
    }

    /**
     * A row for each quantity.
     *
     * <p>Of quantities that are zero nothing is said, unless all are: then the row reports that nothing was seized, which
     * may correct what it reported before.
     */
    List<Row> rows(Row partner, Row translated) {
        List<Row> rows = new ArrayList<>();
        List<Row> zeros = new ArrayList<>();
        listed.forEach((column, item) -> add(column, partner.text(column), item, translated, rows, zeros));
        partner.unknown()
                .forEach((column, text) ->
                        header.item(column).ifPresent(item -> add(column, text, item, translated, rows, zeros)));
        if (rows.isEmpty() && zeros.isEmpty()) {
            throw new RowRejection(
                    RejectionReason.MISSING_VALUE,
                    "No column of a substance has a quantity, so the row says nothing. Fill one in, with 0 for none.");
        }
        return rows.isEmpty() ? zeros : rows;
    }

    private void add(String column, String text, Item item, Row translated, List<Row> rows, List<Row> zeros) {
        String quantity = amount.apply(text, column);
        if (quantity.isEmpty()) {
            return;
        }
        Map<String, String> cells = new LinkedHashMap<>(item.fields());
        cells.put("quantity", quantity);
        boolean zero = ZERO.matcher(quantity).matches();
        if (zero && !translated.has("incidents")) {
            cells.put("incidents", "0");
        }
        (zero ? zeros : rows).add(new OverlaidRow(translated, cells));
    }
}
