/** Rows to dismantled laboratories. */
@NullMarked
package org.vigia.producers.dismantlement;

import org.jspecify.annotations.NullMarked;
