/** What identifies a substance in every room. */
@NullMarked
package org.vigia.schemas.substance;

import org.jspecify.annotations.NullMarked;
