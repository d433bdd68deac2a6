package org.vigia.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigia.events.Seizure;
import org.vigia.schemas.encoding.AvroBytes;
import org.vigia.schemas.encoding.RecordWriter;
import org.vigia.schemas.fixtures.Events;
import org.vigia.schemas.topics.Topic;
import org.vigia.schemas.topics.Topics;

class RecordWriterTest {

    private static final int RECORDS = 200;

    static List<Topic<?>> topics() {
        return Topics.withPrefix("test.").all();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void avroReadsWhatIsWritten(Topic<? extends SpecificRecord> topic) throws IOException {
        Schema schema = SpecificData.get().getSchema(topic.type());
        RecordWriter writer = RecordWriter.of(schema).orElseThrow();
        AvroBytes out = new AvroBytes(0);
        for (long seed = 0; seed < RECORDS; seed++) {
            SpecificRecord record = new RandomRecords(seed).specific(topic.type());
            out.reset();
            writer.write(record, out);
            byte[] bytes = out.toByteArray();
            SpecificRecord read = new SpecificDatumReader<SpecificRecord>(schema, schema, new EventData(schema))
                    .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
            assertThat(read).as("seed %d", seed).isEqualTo(record);
            assertThat(bytes).as("seed %d", seed).hasSameSizeAs(byAvro(record));
        }
    }

    @Test
    void theBytesAreThoseOfAvro() throws IOException {
        // given
        Seizure seizure = Events.seizure("s-1", "2024-03-05", "fentanyl", "1.5");
        seizure.setAttributes(new TreeMap<>(Map.of("b", "2", "a", "1", "c", "3")));
        AvroBytes out = new AvroBytes(0);

        // when
        RecordWriter.of(seizure.getSchema()).orElseThrow().write(seizure, out);

        // then
        assertThat(out.toByteArray()).isEqualTo(byAvro(seizure));
    }

    @Test
    void equalRecordsHaveEqualBytes() {
        // given
        Seizure one = Events.seizure("s-1", "2024-03-05", "fentanyl", "1.5");
        Seizure other = Events.seizure("s-1", "2024-03-05", "fentanyl", "1.5");
        one.setAttributes(Map.of("b", "2", "a", "1", "c", "3"));
        other.setAttributes(new TreeMap<>(one.getAttributes()));
        AvroBytes ofOne = new AvroBytes(0);
        AvroBytes ofOther = new AvroBytes(0);
        RecordWriter writer = RecordWriter.of(one.getSchema()).orElseThrow();

        // when
        writer.write(one, ofOne);
        writer.write(other, ofOther);

        // then
        assertThat(ofOther.toByteArray()).isEqualTo(ofOne.toByteArray());
    }

    @Test
    void whatIsMarkedIsLeftOut() {
        // given
        Seizure seizure = Events.seizure("s-1", "2024-03-05", "fentanyl", "1.5");
        Set<String> marked = Set.of("org.vigia.events.Envelope.eventId", "org.vigia.events.Envelope.partner");
        AvroBytes out = new AvroBytes(5);
        ByteArrayOutputStream unmarked = new ByteArrayOutputStream();

        // when
        RecordWriter.of(seizure.getSchema(), marked).orElseThrow().write(seizure, out);
        out.unmarked(unmarked::write);

        // then
        byte[] all = out.toByteArray();
        int left = 2
                + seizure.getEnvelope().getEventId().length()
                + seizure.getEnvelope().getPartner().length();
        assertThat(unmarked.toByteArray()).isEqualTo(Arrays.copyOfRange(all, 5 + left, all.length));
    }

    private static byte[] byAvro(SpecificRecord record) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new SpecificDatumWriter<>(record.getSchema()).write(record, encoder);
        encoder.flush();
        return out.toByteArray();
    }
}
