package org.vigia.runtime.access;

import java.util.Map;
import java.util.Set;
import org.vigia.runtime.http.Problem;
import org.vigia.runtime.http.ProblemException;

/**
 * Who calls.
 *
 * @param name for the audit, for example {@code key:harbour-1} or {@code token:agency-7}
 * @param scopes what the caller may do
 */
public record Caller(String name, Set<Scope> scopes) {

    /** Who calls where no access is configured: may do everything. */
    public static final Caller ANYBODY =
            new Caller("anybody", Set.of(new Scope("write", "*"), new Scope("read", "*"), new Scope("redrive", "*")));

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** Whether the caller may do something to a resource. */
    public boolean may(String action, String resource) {
        return scopes.stream().anyMatch(scope -> scope.covers(action, resource));
    }

    /**
     * Refuses a caller that may not do something to a resource.
     *
     * @throws ProblemException 403
     */
    public void require(String action, String resource) {
        if (!may(action, resource)) {
            throw new ProblemException(
                    Problem.of(
                            403,
                            "Not allowed",
                            name + " may not " + action + " " + resource + ". It needs the scope " + action + ":"
                                    + resource + "."),
                    Map.of("WWW-Authenticate", "Bearer error=\"insufficient_scope\""));
        }
    }
}
