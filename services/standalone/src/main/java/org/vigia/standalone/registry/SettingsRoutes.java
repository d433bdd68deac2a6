package org.vigia.standalone.registry;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** {@code /config} and {@code /mode}, of the registry and of single subjects. */
final class SettingsRoutes {

    private final RegistryState state;
    private final Settings settings;

    SettingsRoutes(RegistryState state, Settings settings) {
        this.state = state;
        this.settings = settings;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/config", context -> level(context, settings.globalLevel()));
        routes.put("/config", context -> setLevel(context, StoreRecord.GLOBAL));
        routes.delete("/config", context -> {
            settings.removeLevel(StoreRecord.GLOBAL);
            level(context, settings.globalLevel());
        });
        routes.get("/config/{subject}", this::subjectLevel);
        routes.put("/config/{subject}", context -> setLevel(context, Answers.subject(context)));
        routes.delete(
                "/config/{subject}",
                context -> level(
                        context,
                        settings.removeLevel(Answers.subject(context))
                                .orElseThrow(() -> RegistryError.subjectNotFound(Answers.subject(context)))));

        routes.get("/mode", context -> mode(context, settings.globalMode()));
        routes.put("/mode", context -> setMode(context, StoreRecord.GLOBAL));
        routes.delete("/mode", context -> {
            settings.removeMode(StoreRecord.GLOBAL);
            mode(context, settings.globalMode());
        });
        routes.get("/mode/{subject}", this::subjectMode);
        routes.put("/mode/{subject}", context -> setMode(context, Answers.subject(context)));
        routes.delete(
                "/mode/{subject}",
                context -> mode(
                        context,
                        settings.removeMode(Answers.subject(context))
                                .orElseThrow(() -> RegistryError.subjectNotFound(Answers.subject(context)))));
    }

    private void subjectLevel(Context context) {
        String subject = Answers.subject(context);
        level(
                context,
                Answers.flag(context, "defaultToGlobal")
                        ? settings.level(subject)
                        : state.level(subject).orElseThrow(() -> RegistryError.noCompatibilityLevel(subject)));
    }

    private void subjectMode(Context context) {
        String subject = Answers.subject(context);
        mode(
                context,
                Answers.flag(context, "defaultToGlobal")
                        ? settings.mode(subject)
                        : state.mode(subject).orElseThrow(() -> RegistryError.noMode(subject)));
    }

    private void setLevel(Context context, String subject) {
        CompatibilityLevel level = settings.setLevel(
                subject, Answers.body(context).path("compatibility").asText());
        Answers.json(context, Json.object().put("compatibility", level.name()));
    }

    private void setMode(Context context, String subject) {
        String name = Answers.body(context).path("mode").asText();
        mode(context, settings.setMode(subject, name, Answers.flag(context, "force")));
    }

    private static void level(Context context, CompatibilityLevel level) {
        Answers.json(context, Json.object().put("compatibilityLevel", level.name()));
    }

    private static void mode(Context context, Mode mode) {
        Answers.json(context, Json.object().put("mode", mode.name()));
    }
}
