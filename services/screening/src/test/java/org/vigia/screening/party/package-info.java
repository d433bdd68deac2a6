/** Tests of the package of the same name. */
@NullMarked
package org.vigia.screening.party;

import org.jspecify.annotations.NullMarked;
