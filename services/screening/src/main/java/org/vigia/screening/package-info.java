/**
 * Declared shipments against reference lists: one topology that reads the versions of each shipment and sends alerts,
 * their revisions and their withdrawals. What is decided lives in {@code identity}, {@code watchlist} and {@code
 * revision}, which know nothing of Kafka.
 */
@NullMarked
package org.vigia.screening;

import org.jspecify.annotations.NullMarked;
