package org.vigia.runtime.access;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import org.vigia.runtime.settings.InvalidSettingException;

/** The public keys of an issuer, from its address or from a file. */
final class IssuerKeys {

    /** For how long keys are still used if the issuer does not answer. */
    private static final Duration OUTAGE = Duration.ofHours(4);

    private IssuerKeys() {}

    /** @throws InvalidSettingException if the place is neither a good URL nor a good file */
    static JWKSource<SecurityContext> at(String place) {
        if (!place.contains("://")) {
            try {
                return new ImmutableJWKSet<>(JWKSet.load(new File(place)));
            } catch (IOException | ParseException e) {
                throw new InvalidSettingException("access.jwks=" + place + " cannot be read: " + e.getMessage());
            }
        }
        try {
            URI uri = URI.create(place);
            boolean trusted = "https".equals(uri.getScheme())
                    || ("http".equals(uri.getScheme()) && Loopback.isAddress(String.valueOf(uri.getHost())));
            if (!trusted) {
                throw new InvalidSettingException("access.jwks=" + place
                        + " must begin with https://, or whoever is on the way can hand out keys");
            }
            return JWKSourceBuilder.<SecurityContext>create(uri.toURL())
                    .retrying(true)
                    .outageTolerant(OUTAGE.toMillis())
                    .build();
        } catch (MalformedURLException | IllegalArgumentException e) {
            if (e instanceof InvalidSettingException invalid) {
                throw invalid;
            }
            throw new InvalidSettingException("access.jwks=" + place + " is no URL: " + e.getMessage());
        }
    }
}
