/** Replays files through the whole pipeline and waits until all of it is processed. */
@NullMarked
package org.vigia.standalone.run;

import org.jspecify.annotations.NullMarked;
