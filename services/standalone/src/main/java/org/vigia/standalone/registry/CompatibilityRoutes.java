package org.vigia.standalone.registry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;

/** {@code /compatibility}: whether a schema could be registered, without registering it. */
final class CompatibilityRoutes {

    private final Registrations registrations;

    CompatibilityRoutes(Registrations registrations) {
        this.registrations = registrations;
    }

    void addTo(RoutesConfig routes) {
        routes.post(
                "/compatibility/subjects/{subject}/versions",
                context -> answer(
                        context,
                        registrations.problems(
                                Answers.subject(context), Answers.body(context), Answers.flag(context, "normalize"))));
        routes.post(
                "/compatibility/subjects/{subject}/versions/{version}",
                context -> answer(
                        context,
                        registrations.problems(
                                Answers.subject(context),
                                context.pathParam("version"),
                                Answers.body(context),
                                Answers.flag(context, "normalize"))));
    }

    private static void answer(Context context, List<String> problems) {
        ObjectNode body = Json.object().put("is_compatible", problems.isEmpty());
        if (Answers.flag(context, "verbose")) {
            ArrayNode messages = body.putArray("messages");
            problems.forEach(messages::add);
        }
        Answers.json(context, body);
    }
}
