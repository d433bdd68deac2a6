package org.vigia.runtime.streams;

import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/** One topology under one application id. */
public interface StreamsApplication {

    /** Last part of the application id, after the topic prefix; lower-case. */
    String name();

    /**
     * The topology.
     *
     * @param config final configuration; builders take their {@code TopologyConfig} from it, so that every internal
     *     resource must be named
     */
    Topology topology(StreamsConfig config);
}
