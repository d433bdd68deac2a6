@NullMarked
package org.vigia.screening.party;

import org.jspecify.annotations.NullMarked;
