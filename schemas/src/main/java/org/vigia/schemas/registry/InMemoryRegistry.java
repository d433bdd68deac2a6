package org.vigia.schemas.registry;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/**
 * A registry without a server, for tests: {@code schema.registry.url=mock://SCOPE}, one registry a scope and JVM. It
 * checks no compatibility.
 */
public final class InMemoryRegistry implements RegistryClient {

    private static final Map<String, InMemoryRegistry> SCOPES = new ConcurrentHashMap<>();

    private final List<Schema> schemas = new ArrayList<>();
    private final Map<String, List<Integer>> subjects = new HashMap<>();

    /** The registry of a scope. */
    public static InMemoryRegistry of(String scope) {
        return SCOPES.computeIfAbsent(scope, ignored -> new InMemoryRegistry());
    }

    @Override
    public synchronized int register(String subject, Schema schema) {
        int index = schemas.indexOf(schema);
        if (index < 0) {
            schemas.add(schema);
            index = schemas.size() - 1;
        }
        List<Integer> versions = subjects.computeIfAbsent(subject, ignored -> new ArrayList<>());
        int id = index + 1;
        if (!versions.contains(id)) {
            versions.add(id);
        }
        return id;
    }

    @Override
    public synchronized int lookup(String subject, Schema schema) {
        int id = schemas.indexOf(schema) + 1;
        if (id == 0 || !subjects.getOrDefault(subject, List.of()).contains(id)) {
            throw new RegistryException(40403, "Schema not found under subject " + subject);
        }
        return id;
    }

    @Override
    public synchronized Schema byId(int id) {
        if (id < 1 || id > schemas.size()) {
            throw new RegistryException(40403, "Schema " + id + " not found");
        }
        return schemas.get(id - 1);
    }

    @Override
    public synchronized Schema byGuid(UUID guid) {
        return schemas.stream()
                .filter(schema -> guid(schema).equals(guid))
                .findFirst()
                .orElseThrow(() -> new RegistryException(40403, "Schema " + guid + " not found"));
    }

    /** The guid that a registry gives a schema without references. */
    public static UUID guid(Schema schema) {
        try {
            ByteBuffer hash = ByteBuffer.wrap(
                    MessageDigest.getInstance("MD5").digest(schema.toString().getBytes(StandardCharsets.UTF_8)));
            return new UUID(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5", e);
        }
    }

    @Override
    public synchronized RegisteredSchema latest(String subject) {
        List<Integer> versions = subjects.get(subject);
        if (versions == null) {
            throw new RegistryException(40401, "Subject " + subject + " not found");
        }
        int id = versions.getLast();
        return new RegisteredSchema(subject, id, versions.size(), schemas.get(id - 1));
    }

    @Override
    public void requireCompatibility(String subject, String level) {
        // It checks none, as its description says.
    }
}
