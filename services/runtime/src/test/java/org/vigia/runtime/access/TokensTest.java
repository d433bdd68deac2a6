package org.vigia.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A token that is good lets through what it says; one that is anything else does not. */
class TokensTest {

    private static final String ISSUER = "https://issuer.example";
    private static final String AUDIENCE = "vigia";

    private static RSAKey rsa;
    private static RSAKey foreign;
    private static ECKey ec;
    private static KeyPair edwards;
    private static Tokens tokens;

    @BeforeAll
    static void keys() throws JOSEException, GeneralSecurityException {
        rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
        foreign = new RSAKeyGenerator(2048).keyID("rsa").generate();
        ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        edwards = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] x509 = edwards.getPublic().getEncoded();
        OctetKeyPair okp = new OctetKeyPair.Builder(
                        Curve.Ed25519, Base64URL.encode(Arrays.copyOfRange(x509, x509.length - 32, x509.length)))
                .keyID("ed")
                .build();
        tokens = new Tokens(
                ISSUER,
                AUDIENCE,
                new ImmutableJWKSet<>(new JWKSet(List.of(rsa.toPublicJWK(), ec.toPublicJWK(), okp.toPublicJWK()))));
    }

    @Test
    void takesRs256() throws JOSEException {
        Caller caller = tokens.caller(signed(JWSAlgorithm.RS256, "rsa", new RSASSASigner(rsa), good -> good));

        assertThat(caller.name()).isEqualTo("token:agency-7");
        assertThat(caller.may("write", "harbour")).isTrue();
        assertThat(caller.may("write", "airport")).isFalse();
        assertThat(caller.may("read", "harbour")).isFalse();
    }

    @Test
    void takesEs256() throws JOSEException {
        assertThat(tokens.caller(signed(JWSAlgorithm.ES256, "ec", new ECDSASigner(ec), good -> good))
                        .name())
                .isEqualTo("token:agency-7");
    }

    @Test
    void takesEdDsaAndNoForgedOne() throws GeneralSecurityException {
        String input = Base64URL.encode("{\"alg\":\"EdDSA\",\"kid\":\"ed\"}") + "."
                + Base64URL.encode(claims(good -> good).toString());
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(edwards.getPrivate());
        signature.update(input.getBytes(StandardCharsets.US_ASCII));
        byte[] bytes = signature.sign();

        assertThat(tokens.caller(input + "." + Base64URL.encode(bytes)).name()).isEqualTo("token:agency-7");
        bytes[3] ^= 1;
        refused(input + "." + Base64URL.encode(bytes), "signature is wrong");
        refused(input + "." + Base64URL.encode("short"), "signature is wrong");
    }

    @Test
    void refusesUnsignedTokens() {
        refused(new PlainJWT(claims(good -> good)).serialize(), "not signed");
        String none = Base64URL.encode("{\"alg\":\"none\"}") + "."
                + Base64URL.encode(claims(good -> good).toString()) + ".";
        refused(none, "not signed");
    }

    @Test
    void refusesAPublicKeyUsedAsASecret() throws JOSEException {
        byte[] published = rsa.toPublicJWK().toRSAPublicKey().getEncoded();

        refused(signed(JWSAlgorithm.HS256, "rsa", new MACSigner(published), good -> good), "HS256 is not taken");
    }

    @Test
    void refusesOtherAlgorithmsOfTheSameKey() throws JOSEException {
        refused(signed(JWSAlgorithm.PS256, "rsa", new RSASSASigner(rsa), good -> good), "PS256 is not taken");
    }

    @Test
    void refusesAForgedSignature() throws JOSEException {
        refused(signed(JWSAlgorithm.RS256, "rsa", new RSASSASigner(foreign), good -> good), "signature is wrong");
        refused(signed(JWSAlgorithm.RS256, "elsewhere", new RSASSASigner(rsa), good -> good), "no key");
    }

    @Test
    void refusesClaimsThatAreChangedAfterSigning() throws JOSEException {
        String[] parts = signed(JWSAlgorithm.RS256, "rsa", new RSASSASigner(rsa), good -> good)
                .split("\\.", -1);
        String more = Base64URL.encode(
                        claims(good -> good.claim("scope", "write:*")).toString())
                .toString();

        refused(parts[0] + "." + more + "." + parts[2], "signature is wrong");
    }

    @Test
    void refusesTokensOfOtherTimesAudiencesAndIssuers() throws JOSEException {
        Instant now = Instant.now();
        refused(rs256(good -> good.expirationTime(Date.from(now.minus(Duration.ofMinutes(5))))), "Expired");
        refused(rs256(good -> good.expirationTime(null)), "exp");
        refused(rs256(good -> good.notBeforeTime(Date.from(now.plus(Duration.ofMinutes(5))))), "before");
        refused(rs256(good -> good.audience("elsewhere")), "aud");
        refused(rs256(good -> good.audience((String) null)), "aud");
        refused(rs256(good -> good.issuer("https://issuer.example.org")), "iss");
        refused(rs256(good -> good.subject(null)), "sub");
    }

    @Test
    void refusesOtherTypesAndCriticalHeadersThatNobodyKnows() throws JOSEException {
        JWSHeader type = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("rsa")
                .type(new JOSEObjectType("logout+jwt"))
                .build();
        JWSHeader critical = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("rsa")
                .criticalParams(Set.of("x"))
                .customParam("x", 1)
                .build();

        refused(signed(type, new RSASSASigner(rsa), good -> good), "logout+jwt is not taken");
        refused(signed(critical, new RSASSASigner(rsa), good -> good), "signature is wrong");
    }

    @Test
    void scopesThatAreNoneOfOursAreNothing() throws JOSEException {
        Caller caller = tokens.caller(rs256(good -> good.claim("scope", "openid profile write:*x write:")));

        assertThat(caller.scopes()).isEmpty();
    }

    private static void refused(String token, String reason) {
        assertThatThrownBy(() -> tokens.caller(token))
                .isInstanceOfSatisfying(
                        NotAuthenticatedException.class,
                        e -> assertThat(e.reason()).containsIgnoringCase(reason))
                .hasMessage("The token is not valid, or not any more.");
    }

    private static String rs256(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return signed(JWSAlgorithm.RS256, "rsa", new RSASSASigner(rsa), change);
    }

    private static String signed(
            JWSAlgorithm algorithm, String key, JWSSigner signer, UnaryOperator<JWTClaimsSet.Builder> change)
            throws JOSEException {
        return signed(new JWSHeader.Builder(algorithm).keyID(key).build(), signer, change);
    }

    private static String signed(JWSHeader header, JWSSigner signer, UnaryOperator<JWTClaimsSet.Builder> change)
            throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims(change));
        token.sign(signer);
        return token.serialize();
    }

    private static JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
        return change.apply(new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience(AUDIENCE)
                        .subject("agency-7")
                        .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))))
                        .claim("scope", "openid write:harbour redrive:*"))
                .build();
    }
}
