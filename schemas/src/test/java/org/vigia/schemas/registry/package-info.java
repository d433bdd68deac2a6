@NullMarked
package org.vigia.schemas.registry;

import org.jspecify.annotations.NullMarked;
