/**
 * From events to what they add: which cells a claim counts in, with which measures, and what a new version of it
 * changes. Everything but {@link org.vigia.trends.claims.ClaimProcessor} is plain Java without Kafka.
 */
@NullMarked
package org.vigia.trends.claims;

import org.jspecify.annotations.NullMarked;
