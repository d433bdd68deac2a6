package org.vigia.producers.dropfolder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.vigia.events.LedgerEntry;
import org.vigia.producers.ingest.Receipt;

/** Receipts as they lie beside the files. */
final class Receipts {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Receipts() {}

    private record Failure(String feed, String name, boolean complete, String error) {}

    static byte[] of(LedgerEntry entry) {
        return json(Receipt.of(entry));
    }

    static byte[] failure(String feed, String name, String error) {
        return json(new Failure(feed, name, false, error));
    }

    private static byte[] json(Object receipt) {
        try {
            return JSON.writeValueAsBytes(receipt);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A receipt holds only plain values", e);
        }
    }
}
