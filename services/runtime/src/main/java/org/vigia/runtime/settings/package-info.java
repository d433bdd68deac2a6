/** Configuration: flags before environment before file before default, checked once. */
@NullMarked
package org.vigia.runtime.settings;

import org.jspecify.annotations.NullMarked;
