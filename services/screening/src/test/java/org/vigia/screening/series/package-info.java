@NullMarked
package org.vigia.screening.series;

import org.jspecify.annotations.NullMarked;
