package org.vigia.producers.definition;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigia.producers.table.Layout;

/** Reads how the files of a feed are written down: {@code format}, and what belongs to it. */
final class LayoutReader {

    /** Formats by the words that definitions use. */
    private enum Format {
        CSV,
        TSV,
        JSON,
        JSONL,
        SOCRATA,
        XML
    }

    private static final Pattern DOT = Pattern.compile("\\.");

    private LayoutReader() {}

    static Layout read(YamlMap file) {
        Optional<YamlValue> value = file.get("format");
        @Nullable
        Format format = value.map(word -> word.choice(Format.class, Format.CSV)).orElse(null);
        Optional<YamlValue> delimiter = file.get("delimiter");
        Optional<YamlValue> encoding = file.get("encoding");
        Optional<YamlValue> header = file.get("header");
        Optional<YamlValue> records = file.get("records");
        boolean delimited = format == null || format == Format.CSV || format == Format.TSV;
        if (!delimited) {
            only(delimiter, "delimiter", "csv");
            only(encoding, "encoding", "csv and tsv");
            only(header, "header", "csv and tsv");
        }
        if (format != Format.JSON && format != Format.XML) {
            only(records, "records", "json and xml");
        }
        if (format == Format.XML && records.isEmpty()) {
            value.ifPresent(
                    xml -> xml.problem("records is missing. Name the elements that are rows: records: [PERSON]."));
        }
        List<String> names = header.map(YamlValue::texts).orElse(List.of());
        List<Layout.Part> parts = file.get("files").map(LayoutReader::parts).orElse(List.of());
        if (!parts.isEmpty()) {
            header.ifPresent(given -> given.problem("Each of the files has its own header. Give it there."));
        }
        boolean declared = delimiter.isPresent() || encoding.isPresent() || header.isPresent();
        return new Layout(
                form(format, declared),
                format == Format.TSV
                        ? Character.valueOf('\t')
                        : delimiter.map(LayoutReader::sign).orElse(null),
                encoding.map(LayoutReader::charset).orElse(StandardCharsets.UTF_8),
                names,
                format == Format.JSON ? records.map(LayoutReader::path).orElse(List.of()) : List.of(),
                format == Format.XML
                        ? records.map(list -> Set.copyOf(list.texts())).orElse(Set.of())
                        : Set.of(),
                parts);
    }

    private static List<Layout.Part> parts(YamlValue files) {
        List<Layout.Part> parts = new ArrayList<>();
        files.entries().forEach((name, value) -> {
            if (value.isList()) {
                parts.add(new Layout.Part(name, value.texts(), false, "", Map.of()));
                return;
            }
            YamlMap keys = value.map();
            List<String> header = keys.get("header").map(YamlValue::texts).orElse(List.of());
            boolean optional = keys.get("optional").map(YamlValue::flag).orElse(false);
            String set = keys.get("set").map(YamlValue::text).orElse("");
            Map<String, String> cells = new TreeMap<>();
            keys.get("cells")
                    .map(YamlValue::entries)
                    .orElse(Map.of())
                    .forEach((column, cell) -> cells.put(column, cell.text()));
            keys.finish();
            parts.add(new Layout.Part(name, header, optional, set, cells));
        });
        return parts;
    }

    private static Layout.Form form(@Nullable Format format, boolean declared) {
        if (format == null) {
            return declared ? Layout.Form.DELIMITED : Layout.Form.DETECTED;
        }
        return switch (format) {
            case CSV, TSV -> Layout.Form.DELIMITED;
            case JSON -> Layout.Form.JSON;
            case JSONL -> Layout.Form.JSON_LINES;
            case SOCRATA -> Layout.Form.SOCRATA;
            case XML -> Layout.Form.XML;
        };
    }

    private static void only(Optional<YamlValue> value, String key, String formats) {
        value.ifPresent(given -> given.problem(key + " belongs to format " + formats + " only. Leave it out."));
    }

    private static List<String> path(YamlValue value) {
        return List.of(DOT.split(value.text(), -1));
    }

    private static Character sign(YamlValue value) {
        String text = value.text().equals("\\t") ? "\t" : value.text();
        if (text.length() == 1 && text.charAt(0) < 0x7F && text.charAt(0) != '"') {
            return text.charAt(0);
        }
        value.problem("delimiter is \"" + text + "\". Write one sign, for example \";\".");
        return ',';
    }

    private static Charset charset(YamlValue value) {
        try {
            Charset charset = Charset.forName(value.text());
            if (Layout.supports(charset)) {
                return charset;
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            // Said below, together with those that exist but cannot be cut into rows.
        }
        value.problem("encoding is \"" + value.text()
                + "\". Use utf-8, windows-1252, iso-8859-1 or another with one byte a" + " character.");
        return StandardCharsets.UTF_8;
    }
}
