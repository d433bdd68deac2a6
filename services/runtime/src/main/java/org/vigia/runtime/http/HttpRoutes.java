package org.vigia.runtime.http;

import io.javalin.config.RoutesConfig;

/** Some routes of a server that belong together. */
@FunctionalInterface
public interface HttpRoutes {

    /** Registers the routes. */
    void addTo(RoutesConfig routes);
}
