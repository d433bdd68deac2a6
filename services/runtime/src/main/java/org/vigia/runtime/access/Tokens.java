package org.vigia.runtime.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigia.runtime.http.Problem;
import org.vigia.runtime.http.ProblemException;
import org.vigia.runtime.settings.Setting;
import org.vigia.runtime.settings.Settings;

/**
 * Signed tokens (RFC 7519, RFC 9068) of one issuer, checked with the keys that it publishes. Algorithms are fixed, so a
 * token cannot choose a weak one; the key must be of the kind that the algorithm needs. Issuer, audience, expiry and subject
 * are required; the claim {@code scope} lists what the caller may do, and other scopes in it are passed over.
 */
final class Tokens implements Credentials {

    private static final Logger log = LoggerFactory.getLogger(Tokens.class);

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256, JWSAlgorithm.EdDSA, JWSAlgorithm.Ed25519);

    private static final Set<JOSEObjectType> TYPES = Set.of(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"));

    private final JWKSource<SecurityContext> keys;
    private final DefaultJWTClaimsVerifier<SecurityContext> claims;

    /**
     * @param issuer who signs, the claim {@code iss}
     * @param audience who the tokens are for, in the claim {@code aud}
     * @param keys the issuer's public keys
     */
    Tokens(String issuer, String audience, JWKSource<SecurityContext> keys) {
        this.keys = keys;
        claims = new DefaultJWTClaimsVerifier<>(
                audience, new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("sub", "exp"));
    }

    static Tokens from(String issuer, Settings settings) {
        return new Tokens(
                issuer,
                settings.require(Setting.ACCESS_AUDIENCE),
                IssuerKeys.at(settings.require(Setting.ACCESS_JWKS)));
    }

    @Override
    public boolean isMine(String bearer) {
        return bearer.chars().filter(c -> c == '.').count() == 2;
    }

    @Override
    public Caller caller(String bearer) {
        try {
            SignedJWT token = SignedJWT.parse(bearer);
            JWTClaimsSet verified = verified(token);
            return new Caller("token:" + verified.getSubject(), scopes(verified));
        } catch (ParseException e) {
            throw refused("a token that is none, or not signed");
        } catch (BadJOSEException e) {
            throw refused(String.valueOf(e.getMessage()));
        } catch (KeySourceException e) {
            log.error("The keys of the issuer cannot be had: {}", e.getMessage());
            throw new ProblemException(
                    new Problem(503, "Tokens cannot be checked", "The issuer's keys cannot be had now.", Map.of()),
                    Map.of("Retry-After", "10"));
        } catch (JOSEException e) {
            throw refused("a token that cannot be checked: " + e.getMessage());
        }
    }

    private JWTClaimsSet verified(SignedJWT token) throws ParseException, BadJOSEException, JOSEException {
        JWSHeader header = token.getHeader();
        if (!ALGORITHMS.contains(header.getAlgorithm())) {
            throw new BadJOSEException("algorithm " + header.getAlgorithm() + " is not taken");
        }
        if (header.getType() != null && !TYPES.contains(header.getType())) {
            throw new BadJOSEException("type " + header.getType() + " is not taken");
        }
        List<JWK> candidates = keys.get(new JWKSelector(JWKMatcher.forJWSHeader(header)), null);
        for (JWK key : candidates) {
            if (token.verify(verifier(key))) {
                JWTClaimsSet set = token.getJWTClaimsSet();
                claims.verify(set, null);
                return set;
            }
        }
        throw new BadJOSEException(candidates.isEmpty() ? "no key of the issuer fits" : "the signature is wrong");
    }

    private static JWSVerifier verifier(JWK key) throws JOSEException {
        return switch (key) {
            case RSAKey rsa -> new RSASSAVerifier(rsa);
            case ECKey ec -> new ECDSAVerifier(ec);
            case OctetKeyPair okp -> new Ed25519Signatures(okp);
            default -> throw new JOSEException("key of kind " + key.getKeyType());
        };
    }

    private static Set<Scope> scopes(JWTClaimsSet set) throws ParseException {
        String scope = set.getStringClaim("scope");
        return scope == null
                ? Set.of()
                : Arrays.stream(scope.split(" "))
                        .filter(Scope::isScope)
                        .map(Scope::of)
                        .collect(Collectors.toSet());
    }

    private static NotAuthenticatedException refused(String reason) {
        return new NotAuthenticatedException("The token is not valid, or not any more.", reason);
    }
}
