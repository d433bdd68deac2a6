/**
 * Files that are put into a directory are loaded. Each feed has a directory of its name. A sender writes a file under a name
 * that ends in {@code .part} or {@code .tmp}, or begins with a dot, and renames it when it is complete; then it is taken.
 *
 * <p>What is taken is first moved to a place of its own, {@code .loading/ID/}, and loaded under that id. A process that is
 * killed finds it there when it starts again and loads it under the same id: what had landed is not counted twice, and a
 * load that had come to its end gives the receipt that it gave before. Then the file moves to {@code done/}, or to
 * {@code failed/} if it cannot be read, with its receipt beside it.
 */
@NullMarked
package org.vigia.producers.dropfolder;

import org.jspecify.annotations.NullMarked;
