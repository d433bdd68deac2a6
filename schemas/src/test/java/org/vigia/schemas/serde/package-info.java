@NullMarked
package org.vigia.schemas.serde;

import org.jspecify.annotations.NullMarked;
