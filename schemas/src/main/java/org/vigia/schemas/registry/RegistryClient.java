package org.vigia.schemas.registry;

import java.util.UUID;
import org.apache.avro.Schema;

/**
 * What the serdes ask of a schema registry. Implementations cache, are safe for use by several threads, and throw
 * {@link RegistryException} if the registry refuses or {@link RegistryUnavailableException} if it cannot be reached.
 */
public interface RegistryClient {

    /** Registers a schema under a subject, or finds it there; returns its id. */
    int register(String subject, Schema schema);

    /** Id of a schema that the subject already has. */
    int lookup(String subject, Schema schema);

    /** The schema with an id. */
    Schema byId(int id);

    /** The schema with a guid: the MD5 of its content, the same in every registry. */
    Schema byGuid(UUID guid);

    /** Latest version of a subject. */
    RegisteredSchema latest(String subject);

    /**
     * Sets the compatibility that the registry demands of a subject's new versions, unless it is set so already.
     *
     * @param level Confluent's name, for example {@code FULL_TRANSITIVE}
     */
    void requireCompatibility(String subject, String level);

    /** A version of a subject. */
    record RegisteredSchema(String subject, int id, int version, Schema schema) {}
}
