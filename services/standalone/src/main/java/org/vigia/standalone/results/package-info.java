/** Writes what the output topics hold as files. */
@NullMarked
package org.vigia.standalone.results;

import org.jspecify.annotations.NullMarked;
