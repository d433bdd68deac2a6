package org.vigia.schemas.serde;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.vigia.schemas.topics.Topic;

/**
 * Serdes of the catalogue's topics, all configured alike.
 *
 * <p>The class is chosen by {@value #SERDE_CLASS}; the default is {@link AvroSerde}. Another implementation of the same
 * wire format, such as Confluent's, can be put on the class path and named there.
 */
public final class EventSerdes {

    /** Configuration key: name of the Serde class for Avro values. */
    public static final String SERDE_CLASS = "vigia.avro.serde";

    private final Map<String, Object> configuration;

    /** @param configuration Confluent's keys, at least {@code schema.registry.url} */
    public EventSerdes(Map<String, ?> configuration) {
        this.configuration = new HashMap<>(configuration);
        this.configuration.put("specific.avro.reader", true);
    }

    /** Keys are strings in every topic. */
    public Serde<String> keys() {
        return Serdes.String();
    }

    /** Serde for a topic's values. */
    public <V extends SpecificRecord> Serde<V> values(Topic<V> topic) {
        return values(topic.type());
    }

    /** Serde for values of a class, for stores and repartition topics that the catalogue does not list. */
    public <V extends SpecificRecord> Serde<V> values(Class<V> type) {
        Serde<V> serde = instantiate();
        Map<String, Object> ofType = new HashMap<>(configuration);
        // A record of another type is refused as it is read, and not by a cast in the middle of a topology.
        ofType.put("specific.avro.value.type", type.getName());
        serde.configure(ofType, false);
        return serde;
    }

    @SuppressWarnings("unchecked") // The class is named in the configuration; what it reads is checked on use.
    private <V extends SpecificRecord> Serde<V> instantiate() {
        String name = String.valueOf(configuration.getOrDefault(SERDE_CLASS, AvroSerde.class.getName()));
        try {
            return (Serde<V>) Class.forName(name)
                    .asSubclass(Serde.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new IllegalArgumentException(
                    SERDE_CLASS + "=" + name + " is not a Kafka Serde on the class path with a public constructor", e);
        }
    }
}
