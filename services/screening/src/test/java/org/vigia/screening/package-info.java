/** Tests of the package of the same name. */
@NullMarked
package org.vigia.screening;

import org.jspecify.annotations.NullMarked;
