package org.vigia.runtime.http;

import java.util.function.BooleanSupplier;

/**
 * One part of a process that must work.
 *
 * @param name as shown to operators
 * @param alive false if only a restart helps
 * @param ready false while it cannot serve
 */
public record HealthCheck(String name, BooleanSupplier alive, BooleanSupplier ready) {}
