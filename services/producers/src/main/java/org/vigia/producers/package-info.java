/** Partner file to events: loads a file through a feed into Kafka, and accounts for every row. */
@NullMarked
package org.vigia.producers;

import org.jspecify.annotations.NullMarked;
