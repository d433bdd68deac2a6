/** What a claim is, which rows make it up, and whether it says anything new. */
@NullMarked
package org.vigia.producers.claim;

import org.jspecify.annotations.NullMarked;
