@NullMarked
package org.vigia.schemas.topics;

import org.jspecify.annotations.NullMarked;
