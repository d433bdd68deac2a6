/** Measurements that stand beside the tests and never in them. */
@NullMarked
package org.vigia.benchmarks;

import org.jspecify.annotations.NullMarked;
