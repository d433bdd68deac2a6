package org.vigia.producers.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigia.events.RejectionReason;

/** Opens delimited files: with a header or, if the layout names the columns, without. */
final class DelimitedFile {

    /** Longest first line that is kept, in bytes. */
    private static final int LONGEST_HEADING = 64 << 10;

    private final Columns columns;
    private final Layout layout;
    private final CellDecoder decoder;

    DelimitedFile(Columns columns, Layout layout) {
        this.columns = columns;
        this.layout = layout;
        decoder = CellDecoder.of(layout.charset());
    }

    /**
     * Opens a file.
     *
     * @param content the file without byte order mark
     * @param beginning first bytes of the content
     */
    Reading open(InputStream content, byte[] beginning) throws IOException {
        Character given = layout.delimiter();
        byte delimiter = given != null ? (byte) given.charValue() : delimiter(beginning);
        RecordScanner scanner = new RecordScanner(content, delimiter);
        RawRecord first = scanner.next();
        while (first != null && first.blank()) {
            first = scanner.next();
        }
        if (first == null) {
            return new Reading(scanner, parser(List.of(), delimiter), null, null);
        }
        if (layout.header().isEmpty() || repeatsHeader(first, delimiter)) {
            return headed(scanner, first, delimiter);
        }
        scanner.expect(layout.header().size());
        return new Reading(scanner, parser(layout.header(), delimiter), Reading.NO_HEADING, first);
    }

    /**
     * Reads single rows of a file.
     *
     * @param heading its first line; empty if it has none and the layout names the columns
     */
    RowParser below(byte[] heading) throws IOException {
        if (heading.length > 0) {
            return open(new ByteArrayInputStream(heading), heading).parser();
        }
        Character given = layout.delimiter();
        return parser(layout.header(), given != null ? (byte) given.charValue() : delimiter(heading));
    }

    /** Whether a file that should have no header has one all the same, as when somebody has added it. */
    private boolean repeatsHeader(RawRecord first, byte delimiter) {
        Columns names = Columns.required(layout.header().toArray(String[]::new));
        try {
            int known = new Header(CsvCells.split(first.bytes(), delimiter, decoder), names).knownColumns();
            return 2 * known >= layout.header().size();
        } catch (RowRejection e) {
            return false;
        }
    }

    private Reading headed(RecordScanner scanner, RawRecord first, byte delimiter) {
        RowRejection unreadable = null;
        if (first.problem() == null) {
            try {
                Header header = new Header(CsvCells.split(first.bytes(), delimiter, decoder), columns);
                RowParser parser = parser(header, delimiter);
                if (!header.isHeader()) {
                    return new Reading(scanner, parser, heading(first), first);
                }
                scanner.expect(header.size());
                return new Reading(scanner, parser, heading(first), null);
            } catch (RowRejection e) {
                unreadable = e;
            }
        }
        return new Reading(scanner, unreadable(first, unreadable), heading(first), first);
    }

    private static byte @Nullable [] heading(RawRecord first) {
        return first.problem() == null && first.length() < LONGEST_HEADING ? first.bytes() : null;
    }

    private static RowParser unreadable(RawRecord first, @Nullable RowRejection unreadable) {
        RejectionReason reason = unreadable == null ? RejectionReason.MISSING_COLUMN : unreadable.reason();
        String why = unreadable == null ? "" : " " + unreadable.detail();
        return record -> {
            throw new RowRejection(
                    reason,
                    "The first line cannot be read as a header, so no row of this file can be read. "
                            + Encoding.hint(first.bytes()) + why);
        };
    }

    private RowParser parser(List<String> names, byte delimiter) {
        return parser(new Header(names, columns), delimiter);
    }

    private RowParser parser(Header header, byte delimiter) {
        return new HeadedRowParser(header, columns, record -> CsvCells.split(record, delimiter, decoder));
    }

    /** Comma, semicolon, tab or bar, whichever finds most of the feed's columns in the header. Rows are not looked at. */
    private byte delimiter(byte[] beginning) throws IOException {
        if (!layout.header().isEmpty()) {
            return ',';
        }
        byte best = ',';
        int most = knownColumns(beginning, best);
        for (byte delimiter : new byte[] {';', '\t', '|'}) {
            int known = knownColumns(beginning, delimiter);
            if (known > most) {
                best = delimiter;
                most = known;
            }
        }
        return best;
    }

    private int knownColumns(byte[] beginning, byte delimiter) throws IOException {
        RecordScanner scanner = new RecordScanner(new ByteArrayInputStream(beginning), delimiter);
        RawRecord first = scanner.next();
        while (first != null && first.blank()) {
            first = scanner.next();
        }
        if (first == null || first.problem() != null) {
            return 0;
        }
        try {
            return new Header(CsvCells.split(first.bytes(), delimiter, decoder), columns).knownColumns();
        } catch (RowRejection e) {
            return 0;
        }
    }
}
