package org.vigia.runtime.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.EOFException;
import java.util.Map;
import java.util.UUID;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EofException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever ends a request into problem details. */
final class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    static void answerWith(RoutesConfig routes) {
        routes.exception(ProblemException.class, (e, context) -> {
            e.headers().forEach(context::header);
            answer(context, e.problem());
        });
        // Javalin's own: no such route, no such method, a body that is too large.
        routes.exception(HttpResponseException.class, (e, context) -> {
            String methods = e.getDetails().get("availableMethods");
            if (methods != null) {
                context.header("Allow", methods);
            }
            answer(context, ofStatus(e.getStatus(), methods == null ? String.valueOf(e.getMessage()) : methods));
        });
        routes.exception(EofException.class, (e, context) -> cutOff(context));
        routes.exception(EOFException.class, (e, context) -> cutOff(context));
        routes.exception(Exception.class, (e, context) -> {
            HttpException bad = httpException(e);
            if (bad != null) {
                answer(context, ofStatus(bad.getCode(), String.valueOf(bad.getReason())));
                return;
            }
            String id = UUID.randomUUID().toString();
            log.error("{} {} failed ({})", context.method(), context.path(), id, e);
            answer(
                    context,
                    Problem.of(
                            HttpStatus.INTERNAL_SERVER_ERROR_500,
                            "Internal error",
                            "This is a defect of the server. Its log names it by " + id + "."));
        });
    }

    static void answer(Context context, Problem problem) {
        context.attribute(Problem.ANSWERED, problem.title());
        context.status(problem.status()).contentType(Problem.MEDIA_TYPE).result(problem.json());
    }

    /** A problem that only its status is known of. */
    static Problem ofStatus(int status, String reason) {
        String title = HttpStatus.getMessage(status);
        String detail = switch (status) {
            case HttpStatus.NOT_FOUND_404 -> "There is nothing at this path. /openapi.json lists what there is.";
            case HttpStatus.METHOD_NOT_ALLOWED_405 -> "This path takes other methods: " + reason + ".";
            case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 ->
                "The headers of the request are too large. Send fewer or shorter ones.";
            case HttpStatus.URI_TOO_LONG_414 -> "The path with its query is too long. Shorten it.";
            default -> reason;
        };
        return Problem.of(status, title, detail);
    }

    /** Nobody is left to read the answer; the log is told all the same. */
    private static void cutOff(Context context) {
        answer(
                context,
                new Problem(
                        HttpStatus.BAD_REQUEST_400,
                        "The request was cut off",
                        "The connection ended before the body did. Send the request again.",
                        Map.of()));
    }

    private static @Nullable HttpException httpException(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpException bad) {
                return bad;
            }
        }
        return null;
    }
}
