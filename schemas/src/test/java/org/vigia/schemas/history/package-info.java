@NullMarked
package org.vigia.schemas.history;

import org.jspecify.annotations.NullMarked;
