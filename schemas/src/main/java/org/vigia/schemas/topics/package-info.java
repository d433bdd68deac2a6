/** The topic catalogue: every topic is spelled once, here. */
@NullMarked
package org.vigia.schemas.topics;

import org.jspecify.annotations.NullMarked;
