/** How the application keeps its state: every store logged, in RocksDB or in memory. */
@NullMarked
package org.vigia.trends.stores;

import org.jspecify.annotations.NullMarked;
