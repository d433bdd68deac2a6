/** Tests of the decisions in this package. */
@NullMarked
package org.vigia.trends.claims;

import org.jspecify.annotations.NullMarked;
