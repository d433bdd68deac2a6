/** Tests of the decisions in this package. */
@NullMarked
package org.vigia.trends.operational;

import org.jspecify.annotations.NullMarked;
