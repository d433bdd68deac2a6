@NullMarked
package org.vigia.screening.risk;

import org.jspecify.annotations.NullMarked;
