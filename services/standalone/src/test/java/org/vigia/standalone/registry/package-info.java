@NullMarked
package org.vigia.standalone.registry;

import org.jspecify.annotations.NullMarked;
