package org.vigia.producers.claim;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.io.Encoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;

/** Writes a record without its provenance, and maps in the order of their keys. Not for use by several threads. */
final class ContentWriter extends SpecificDatumWriter<Object> {

    /** When and from where a claim came, and the records that say so. */
    private static final Map<String, Set<String>> PROVENANCE = Map.of(
            "org.vigia.events.Envelope", Set.of("recordedAt", "source"),
            "org.vigia.events.GoodsLine", Set.of("sourceLine"),
            "org.vigia.events.ListingPeriod", Set.of("line"),
            "org.vigia.events.WatchListEntry", Set.of("recordedAt", "source"),
            "org.vigia.events.Substance", Set.of("recordedAt", "source"),
            "org.vigia.events.Jurisdiction", Set.of("recordedAt", "source"),
            "org.vigia.events.SanctionedParty", Set.of("recordedAt", "source"),
            "org.vigia.events.Location", Set.of("recordedAt", "source"),
            "org.vigia.events.TradeBaseline", Set.of("recordedAt", "source"),
            "org.vigia.events.DetectorSettings", Set.of("recordedAt", "source"));

    private final IdentityHashMap<Schema, List<Schema.Field>> content = new IdentityHashMap<>();

    ContentWriter(Schema schema) {
        super(schema, data());
    }

    private static SpecificData data() {
        SpecificData data = new SpecificData();
        data.setCustomCoders(false);
        data.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
        data.addLogicalTypeConversion(new TimeConversions.DateConversion());
        return data;
    }

    @Override
    protected void writeRecord(Schema schema, Object datum, Encoder out) throws IOException {
        for (Schema.Field field : content.computeIfAbsent(schema, ContentWriter::content)) {
            writeField(datum, field, out, null);
        }
    }

    @Override
    protected void writeMap(Schema schema, Object datum, Encoder out) throws IOException {
        super.writeMap(schema, new TreeMap<>((Map<?, ?>) datum), out);
    }

    private static List<Schema.Field> content(Schema schema) {
        Set<String> provenance = PROVENANCE.getOrDefault(schema.getFullName(), Set.of());
        return schema.getFields().stream()
                .filter(field -> !provenance.contains(field.name()))
                .toList();
    }
}
