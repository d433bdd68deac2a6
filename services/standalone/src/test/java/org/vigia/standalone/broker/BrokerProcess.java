package org.vigia.standalone.broker;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A broker alone, in a process that runs until it is killed. */
final class BrokerProcess {

    private BrokerProcess() {}

    /** Starts a broker in the data directory that the argument names. */
    @SuppressWarnings({"resource", "SystemOut"})
    public static void main(String... arguments) throws InterruptedException {
        EmbeddedBroker broker = EmbeddedBroker.start(Path.of(arguments[0]), 0);
        System.out.println("broker " + broker.bootstrapServers());
        new CountDownLatch(1).await();
    }
}
