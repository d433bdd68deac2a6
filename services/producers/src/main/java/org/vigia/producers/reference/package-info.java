/** Rows to reference events: watch lists, substances, jurisdictions. */
@NullMarked
package org.vigia.producers.reference;

import org.jspecify.annotations.NullMarked;
