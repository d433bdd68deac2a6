/** Rows to shipments of precursors. */
@NullMarked
package org.vigia.producers.shipment;

import org.jspecify.annotations.NullMarked;
