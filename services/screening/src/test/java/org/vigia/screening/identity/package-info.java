/** Tests of the package of the same name. */
@NullMarked
package org.vigia.screening.identity;

import org.jspecify.annotations.NullMarked;
