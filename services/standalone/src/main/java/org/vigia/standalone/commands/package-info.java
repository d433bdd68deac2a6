/** The command line. */
@NullMarked
package org.vigia.standalone.commands;

import org.jspecify.annotations.NullMarked;
