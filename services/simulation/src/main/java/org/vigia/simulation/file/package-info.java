/** The files, row by row, in the formats of docs/formats.md. */
@NullMarked
package org.vigia.simulation.file;

import org.jspecify.annotations.NullMarked;
