/**
 * What was derived and bound before, kept on disk by content: a second command on the same model starts at once.
 *
 * <p>An entry is data with a checksum, never code and never Java serialisation: records of a fixed list of classes, and
 * programs as numbers, checked as they are read. Whatever cannot be read is as if it were not there.
 */
@NullMarked
package org.macrostate.engine.cache;

import org.jspecify.annotations.NullMarked;
