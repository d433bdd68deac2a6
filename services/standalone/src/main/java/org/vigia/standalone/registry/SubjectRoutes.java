package org.vigia.standalone.registry;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;

/** {@code /subjects}: registering, looking up, listing and deleting versions. */
final class SubjectRoutes {

    private final RegistryState state;
    private final Subjects subjects;
    private final Registrations registrations;
    private final Deletions deletions;

    SubjectRoutes(RegistryState state, Subjects subjects, Registrations registrations, Deletions deletions) {
        this.state = state;
        this.subjects = subjects;
        this.registrations = registrations;
        this.deletions = deletions;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/subjects", this::list);
        routes.post("/subjects/{subject}", this::lookUp);
        routes.delete("/subjects/{subject}", this::deleteSubject);
        routes.get("/subjects/{subject}/versions", this::listVersions);
        routes.post("/subjects/{subject}/versions", this::register);
        routes.get(
                "/subjects/{subject}/versions/{version}",
                context -> Answers.json(context, Answers.version(context, version(context))));
        routes.get(
                "/subjects/{subject}/versions/{version}/schema",
                context -> context.contentType(Answers.CONTENT_TYPE)
                        .result(version(context).content().schema()));
        routes.get("/subjects/{subject}/versions/{version}/referencedby", this::referencedBy);
        routes.delete("/subjects/{subject}/versions/{version}", this::deleteVersion);
    }

    private void list(Context context) {
        String prefix = context.queryParam("subjectPrefix");
        Answers.json(
                context,
                state.subjects().stream()
                        .filter(subject -> prefix == null || subject.startsWith(prefix))
                        .filter(subject ->
                                !selected(context, state.versions(subject)).isEmpty())
                        .toList());
    }

    private void listVersions(Context context) {
        String subject = Answers.subject(context);
        List<SchemaVersion> versions = selected(context, subjects.requireVersions(subject, true));
        if (versions.isEmpty()) {
            throw RegistryError.subjectNotFound(subject);
        }
        Answers.json(context, versions.stream().map(SchemaVersion::version).toList());
    }

    private void register(Context context) {
        SchemaVersion version = registrations.register(
                Answers.subject(context), Answers.body(context), Answers.flag(context, "normalize"));
        Answers.json(context, Answers.registered(context, version));
    }

    private void lookUp(Context context) {
        SchemaVersion version = registrations.lookup(
                Answers.subject(context),
                Answers.body(context),
                Answers.flag(context, "normalize"),
                Answers.flag(context, "deleted"));
        Answers.json(context, Answers.version(context, version));
    }

    private void referencedBy(Context context) {
        Answers.json(
                context,
                deletions.referencing(version(context)).stream()
                        .map(SchemaVersion::id)
                        .distinct()
                        .toList());
    }

    private void deleteSubject(Context context) {
        Answers.json(context, deletions.subject(Answers.subject(context), Answers.flag(context, "permanent")));
    }

    private void deleteVersion(Context context) {
        Answers.json(
                context,
                deletions.version(
                        Answers.subject(context), context.pathParam("version"), Answers.flag(context, "permanent")));
    }

    private SchemaVersion version(Context context) {
        return subjects.require(
                Answers.subject(context), context.pathParam("version"), Answers.flag(context, "deleted"));
    }

    private static List<SchemaVersion> selected(Context context, List<SchemaVersion> versions) {
        boolean deletedOnly = Answers.flag(context, "deletedOnly");
        boolean deletedToo = Answers.flag(context, "deleted");
        return versions.stream()
                .filter(version -> deletedOnly ? version.deleted() : deletedToo || !version.deleted())
                .toList();
    }
}
