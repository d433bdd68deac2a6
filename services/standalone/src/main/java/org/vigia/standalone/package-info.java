/** Everything in one process: the command line, the embedded broker and the embedded registry. */
@NullMarked
package org.vigia.standalone;

import org.jspecify.annotations.NullMarked;
