/**
 * Restatements: which figures that were published a batch has changed, from what to what, and because of which claims.
 * Everything but {@link org.vigia.trends.restatements.RestatementStore} is plain Java without Kafka.
 */
@NullMarked
package org.vigia.trends.restatements;

import org.jspecify.annotations.NullMarked;
