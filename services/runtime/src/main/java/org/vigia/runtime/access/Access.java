package org.vigia.runtime.access;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigia.runtime.settings.InvalidSettingException;
import org.vigia.runtime.settings.Setting;
import org.vigia.runtime.settings.Settings;

/** Tells who calls, by the credentials that a request carries. */
public interface Access {

    /**
     * Who calls.
     *
     * @param authorization the header {@code Authorization}, or null if there is none
     * @throws NotAuthenticatedException if it is missing or proves nothing
     */
    Caller caller(@Nullable String authorization);

    /** Whether everybody may call. */
    default boolean isOpen() {
        return false;
    }

    /** Lets everybody call; only for an address that nobody else can reach. */
    static Access open() {
        return new Access() {
            @Override
            public Caller caller(@Nullable String authorization) {
                return Caller.ANYBODY;
            }

            @Override
            public boolean isOpen() {
                return true;
            }
        };
    }

    /**
     * Access as the settings have it.
     *
     * @throws InvalidSettingException if nothing is configured though others can reach the address, or a setting is bad
     */
    static Access from(Settings settings) {
        List<Credentials> kinds = new ArrayList<>();
        settings.text(Setting.ACCESS_KEYS).ifPresent(file -> kinds.add(ApiKeys.read(file)));
        settings.text(Setting.ACCESS_ISSUER).ifPresent(issuer -> kinds.add(Tokens.from(issuer, settings)));
        if (!kinds.isEmpty()) {
            return new CredentialAccess(kinds);
        }
        String host = settings.require(Setting.HOST);
        if (!Loopback.isAddress(host)) {
            throw new InvalidSettingException("host=" + host + " can be reached from other machines, but nobody is told"
                    + " apart. Set access.keys (a file of API keys, vigia key makes one) or access.issuer, access.audience"
                    + " and access.jwks (tokens), or leave host at 127.0.0.1");
        }
        return open();
    }
}
