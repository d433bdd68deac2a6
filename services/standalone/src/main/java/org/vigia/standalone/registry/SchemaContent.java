package org.vigia.standalone.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has one id, under however many subjects it is registered.
 *
 * @param schema Avro schema as JSON without insignificant blanks
 * @param metadata kept for clients that use it, never interpreted
 * @param ruleSet kept for clients that use it, never interpreted
 */
record SchemaContent(
        String schema,
        List<SchemaReference> references,
        @Nullable JsonNode metadata,
        @Nullable JsonNode ruleSet) {

    SchemaContent {
        references = List.copyOf(references);
    }

    /** Id that every registry gives the same content. */
    UUID guid() {
        return SchemaGuid.of(this);
    }
}
