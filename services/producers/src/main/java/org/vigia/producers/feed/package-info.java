/** The feeds that ship with Vigía, and what a feed is. */
@NullMarked
package org.vigia.producers.feed;

import org.jspecify.annotations.NullMarked;
