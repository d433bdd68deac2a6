/** Tests of the decisions in this package. */
@NullMarked
package org.vigia.trends.surges;

import org.jspecify.annotations.NullMarked;
