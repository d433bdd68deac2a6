package org.vigia.producers.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a feed's files are written down. Files of any layout may be packed with gzip or Zstandard.
 *
 * @param form kind of file
 * @param delimiter byte between cells of a delimited file; null to find it by the header
 * @param charset of a delimited file: UTF-8, or one that writes a character as one byte and ASCII as ASCII
 * @param header names of the columns of a delimited file that has no header; empty if its first line names them
 * @param path fields of a JSON document that lead to the list of its rows; empty if the document is the list
 * @param elements names of the XML elements that are rows
 * @param parts delimited files of a directory that make up one delivery, in order; empty if a delivery is one file
 */
public record Layout(
        Form form,
        @Nullable Character delimiter,
        Charset charset,
        List<String> header,
        List<String> path,
        Set<String> elements,
        List<Part> parts) {

    /**
     * A file of a directory.
     *
     * @param name of the file, without the ending of a packed one
     * @param header names of its columns; empty if its first line names them
     * @param optional whether its set is whole without it
     * @param set name of the set of files that it belongs to; a delivery may be any of the sets, or several
     * @param cells what all of its rows say besides, by column
     */
    public record Part(String name, List<String> header, boolean optional, String set, Map<String, String> cells) {

        public Part {
            header = List.copyOf(header);
            cells = Map.copyOf(cells);
        }
    }

    /** Kinds of files. */
    public enum Form {
        /** Delimited, JSON Lines or a JSON list, by name and beginning. */
        DETECTED,
        DELIMITED,
        JSON_LINES,
        JSON,
        /** The JSON export of Socrata: rows as lists under {@code data}, columns under {@code meta.view.columns}. */
        SOCRATA,
        XML
    }

    /** UTF-8, recognised by name and beginning. */
    public static final Layout DETECTED =
            new Layout(Form.DETECTED, null, StandardCharsets.UTF_8, List.of(), List.of(), Set.of(), List.of());

    public Layout {
        header = List.copyOf(header);
        path = List.copyOf(path);
        elements = Set.copyOf(elements);
        parts = List.copyOf(parts);
    }

    /** The layout of a file of the directory. */
    Layout of(Part part) {
        return new Layout(Form.DELIMITED, delimiter, charset, part.header(), path, elements, List.of());
    }

    /** Whether rows of a charset can be cut by looking for ASCII bytes. */
    public static boolean supports(Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            return true;
        }
        String ascii = "\n\r\t,;|\"0aZ";
        return charset.canEncode()
                && charset.newEncoder().maxBytesPerChar() == 1
                && new String(ascii.getBytes(StandardCharsets.US_ASCII), charset).equals(ascii);
    }
}
