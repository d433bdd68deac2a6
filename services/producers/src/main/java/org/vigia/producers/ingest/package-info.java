/**
 * Batches and single events over HTTP. A body is first put on disk, whole and checked against what it may unpack to, and
 * then loaded like a file; the answer is given only once Kafka has acknowledged. So a sender that got no answer sends the
 * same bytes again and nothing is lost or counted twice, whatever was killed in between.
 */
@NullMarked
package org.vigia.producers.ingest;

import org.jspecify.annotations.NullMarked;
