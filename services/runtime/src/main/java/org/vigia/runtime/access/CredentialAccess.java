package org.vigia.runtime.access;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Access by bearer credentials (RFC 6750) of one or several kinds. */
final class CredentialAccess implements Access {

    private static final Pattern BEARER = Pattern.compile("Bearer +([A-Za-z0-9._~+/=-]+)", Pattern.CASE_INSENSITIVE);

    private final List<Credentials> kinds;

    CredentialAccess(List<Credentials> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    @Override
    public Caller caller(@Nullable String authorization) {
        if (authorization == null) {
            throw new NotAuthenticatedException(
                    "Nobody knows who calls. Send the header Authorization: Bearer KEY.", "no credentials");
        }
        Matcher bearer = BEARER.matcher(authorization.strip());
        if (!bearer.matches()) {
            throw new NotAuthenticatedException(
                    "The header Authorization cannot be read. Send Authorization: Bearer KEY.",
                    "no bearer credentials");
        }
        String credential = bearer.group(1);
        for (Credentials kind : kinds) {
            if (kind.isMine(credential)) {
                return kind.caller(credential);
            }
        }
        throw new NotAuthenticatedException(
                "Credentials of this kind are not taken here.", "credentials of a kind that is not configured");
    }
}
