/** What no true event can say, whoever sends it. */
@NullMarked
package org.vigia.schemas.validity;

import org.jspecify.annotations.NullMarked;
