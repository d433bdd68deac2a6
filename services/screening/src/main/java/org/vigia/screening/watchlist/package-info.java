/**
 * Shipments against watch lists as of the event's date: index, periods, matching, quantities, wording. Plain functions
 * over values; no Kafka here.
 */
@NullMarked
package org.vigia.screening.watchlist;

import org.jspecify.annotations.NullMarked;
