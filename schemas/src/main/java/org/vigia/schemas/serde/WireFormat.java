package org.vigia.schemas.serde;

/**
 * Confluent's framing. Before the Avro binary: a zero byte and the schema's id. Or, in a header instead: a one and the
 * schema's guid, or a zero and its id.
 */
final class WireFormat {

    static final byte ID = 0;
    static final byte GUID = 1;
    static final int ID_BYTES = 1 + Integer.BYTES;
    static final int GUID_BYTES = 1 + 2 * Long.BYTES;

    private WireFormat() {}

    /** Name of the header that may hold what is else before the payload. */
    static String header(boolean isKey) {
        return isKey ? "__key_schema_id" : "__value_schema_id";
    }
}
