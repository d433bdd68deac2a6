@NullMarked
package org.vigia.standalone.broker;

import org.jspecify.annotations.NullMarked;
