/** Names of parties against sanctions lists: how alike two names are, and which listed names a name is like. No Kafka here. */
@NullMarked
package org.vigia.screening.party;

import org.jspecify.annotations.NullMarked;
