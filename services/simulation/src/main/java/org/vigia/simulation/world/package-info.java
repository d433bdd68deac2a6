/** The simulated world: what exists and what happens in it, each a pure function of the seed and a number. */
@NullMarked
package org.vigia.simulation.world;

import org.jspecify.annotations.NullMarked;
