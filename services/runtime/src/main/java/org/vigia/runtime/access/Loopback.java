package org.vigia.runtime.access;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Addresses that only this machine can reach. */
final class Loopback {

    private Loopback() {}

    /** Whether a host that is listened on is the loopback address. */
    static boolean isAddress(String host) {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (!address.isLoopbackAddress()) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Whether the Host header names this machine literally, as it does unless a web page of elsewhere is behind it. */
    static boolean isNamedBy(String hostHeader) {
        String name = hostHeader.replaceFirst(":\\d+$", "");
        return name.equalsIgnoreCase("localhost") || name.equals("[::1]") || name.matches("127(\\.\\d{1,3}){3}");
    }
}
