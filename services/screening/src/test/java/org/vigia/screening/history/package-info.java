@NullMarked
package org.vigia.screening.history;

import org.jspecify.annotations.NullMarked;
