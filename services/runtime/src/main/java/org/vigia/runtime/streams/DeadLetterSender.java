package org.vigia.runtime.streams;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Configurable;

/** Sends a dead letter where Kafka Streams itself cannot. */
interface DeadLetterSender extends Configurable {

    /**
     * Returns once the broker has the letter.
     *
     * @throws org.apache.kafka.common.KafkaException if it cannot be sent; going on would lose the record silently
     */
    void send(ProducerRecord<byte[], byte[]> letter);
}
