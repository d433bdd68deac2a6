package org.vigia.standalone.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** {@code /schemas}: schemas by id and guid, and who uses them. */
final class SchemaRoutes {

    private final RegistryState state;

    SchemaRoutes(RegistryState state) {
        this.state = state;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/schemas", this::list);
        routes.get("/schemas/types", context -> Answers.json(context, List.of("AVRO")));
        routes.get("/schemas/ids/{id}", this::byId);
        routes.get(
                "/schemas/ids/{id}/schema",
                context -> context.contentType(Answers.CONTENT_TYPE)
                        .result(content(id(context)).schema()));
        routes.get("/schemas/ids/{id}/subjects", this::subjects);
        routes.get("/schemas/ids/{id}/versions", this::versions);
        routes.get("/schemas/guids/{guid}", this::byGuid);
        routes.get("/contexts", context -> Answers.json(context, List.of(".")));
    }

    private void list(Context context) {
        String prefix = context.queryParam("subjectPrefix");
        boolean deletedToo = Answers.flag(context, "deleted");
        List<SchemaVersion> versions = state.allVersions().stream()
                .filter(version -> prefix == null || version.subject().startsWith(prefix))
                .filter(version -> deletedToo || !version.deleted())
                .toList();
        Answers.json(
                context,
                versions.stream()
                        .filter(version -> !Answers.flag(context, "latestOnly") || isLatest(version, versions))
                        .map(version -> Answers.version(context, version))
                        .toList());
    }

    private void byId(Context context) {
        ObjectNode body = Answers.schema(context, content(id(context)));
        if (Answers.flag(context, "fetchMaxId")) {
            body.put("maxId", state.highestId());
        }
        Answers.json(context, body);
    }

    private void byGuid(Context context) {
        String guid = context.pathParam("guid");
        Answers.json(
                context,
                Answers.schema(
                        context, state.id(parse(guid)).flatMap(state::content).orElseThrow(() -> noGuid(guid))));
    }

    private void subjects(Context context) {
        Answers.json(
                context, using(context).map(SchemaVersion::subject).distinct().toList());
    }

    private void versions(Context context) {
        Answers.json(
                context,
                using(context)
                        .map(version ->
                                Json.object().put("subject", version.subject()).put("version", version.version()))
                        .toList());
    }

    private Stream<SchemaVersion> using(Context context) {
        int id = id(context);
        content(id);
        boolean deletedToo = Answers.flag(context, "deleted");
        return state.allVersions().stream()
                .filter(version -> version.id() == id)
                .filter(version -> deletedToo || !version.deleted());
    }

    private SchemaContent content(int id) {
        return state.content(id).orElseThrow(() -> RegistryError.schemaNotFound(Integer.toString(id)));
    }

    private static int id(Context context) {
        String id = context.pathParam("id");
        try {
            return Integer.parseInt(id);
        } catch (NumberFormatException e) {
            throw RegistryError.schemaNotFound(id);
        }
    }

    private static UUID parse(String guid) {
        try {
            return UUID.fromString(guid);
        } catch (IllegalArgumentException e) {
            throw noGuid(guid);
        }
    }

    private static RegistryError noGuid(String guid) {
        return RegistryError.schemaNotFound("with guid " + guid);
    }

    private static boolean isLatest(SchemaVersion version, List<SchemaVersion> versions) {
        return versions.stream()
                .noneMatch(other -> other.subject().equals(version.subject()) && other.version() > version.version());
    }
}
