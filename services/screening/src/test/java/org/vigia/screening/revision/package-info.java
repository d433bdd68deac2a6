/** Tests of the package of the same name. */
@NullMarked
package org.vigia.screening.revision;

import org.jspecify.annotations.NullMarked;
