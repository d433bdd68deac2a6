package org.vigia.runtime.access;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigia.runtime.http.HttpRoutes;
import org.vigia.runtime.http.Problem;
import org.vigia.runtime.http.ProblemException;

/** Lets only known callers to the paths below a beginning, and writes every call to the audit. */
public final class Guard implements HttpRoutes {

    private static final String CALLER = "vigia.caller";

    private final Access access;
    private final String beginning;
    private final Audit audit;

    /**
     * A guard.
     *
     * @param beginning of the paths that it guards, for example {@code /v1/}
     * @param trail where calls are written down, besides the log
     */
    public Guard(Access access, String beginning, AuditTrail trail) {
        this.access = access;
        this.beginning = beginning;
        this.audit = new Audit(trail);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.before(beginning + "*", this::admit);
        routes.after(beginning + "*", context -> audit.answered(context, context.attribute(CALLER)));
    }

    /** Who calls, once the guard has let the call pass. */
    public static Caller caller(Context context) {
        @Nullable Caller caller = context.attribute(CALLER);
        if (caller == null) {
            throw new IllegalStateException("No guard before " + context.path());
        }
        return caller;
    }

    private void admit(Context context) {
        if (access.isOpen()) {
            refuseOtherSites(context);
        }
        try {
            context.attribute(CALLER, access.caller(context.header("Authorization")));
        } catch (NotAuthenticatedException e) {
            Audit.note(context, "reason", e.reason());
            throw new ProblemException(
                    Problem.of(401, "Not authenticated", String.valueOf(e.getMessage())),
                    Map.of("WWW-Authenticate", "Bearer"));
        }
    }

    /**
     * Without access rules the loopback address protects, but not from a browser on this machine that shows a page of
     * elsewhere: such a page can send requests, and can make its own name point to this machine.
     */
    private static void refuseOtherSites(Context context) {
        String host = context.header("Host");
        String origin = context.header("Origin");
        boolean here = host == null || Loopback.isNamedBy(host);
        boolean samePage = origin == null || origin.equals("http://" + host);
        if (!here || !samePage) {
            Audit.note(context, "reason", "a page of another site");
            throw new ProblemException(
                    403,
                    "Not allowed",
                    "Without access rules only this machine is served, and no page of another site. Call 127.0.0.1, or set"
                            + " access.keys.");
        }
    }
}
