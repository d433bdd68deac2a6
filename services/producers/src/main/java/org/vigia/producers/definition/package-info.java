/**
 * Feeds that are described by a YAML file instead of Java.
 *
 * <p>A definition says how a partner's columns fill the columns of one of Vigía's own formats ({@code docs/formats.md}). A
 * row is translated cell by cell; then the mapping of that format takes it, with all its checks, so that a defined feed can
 * do what the own formats can, and nothing else.
 */
@NullMarked
package org.vigia.producers.definition;

import org.jspecify.annotations.NullMarked;
