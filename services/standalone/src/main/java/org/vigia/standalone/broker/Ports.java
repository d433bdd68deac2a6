package org.vigia.standalone.broker;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports on the loopback address. */
final class Ports {

    private Ports() {}

    /** A port that was free a moment ago. */
    static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new BrokerException("This machine has no free port: " + e, e);
        }
    }

    /**
     * Checks that a port can be bound.
     *
     * @throws BrokerException if another program listens on it
     */
    static void requireFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // As Kafka binds: connections of an earlier run that still linger do not count.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (BindException e) {
            throw new BrokerException(
                    "Port " + port + " is taken by another program: stop that one, or give another port", e);
        } catch (IOException e) {
            throw new BrokerException("Cannot listen on port " + port + ": " + e, e);
        }
    }
}
