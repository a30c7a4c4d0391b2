/**
 * What was derived and bound before, kept on disk by content: a second command on the same model starts at once.
 *
 * <p>An entry is data with a checksum, never code and never Java serialisation: records as JSON, whose declared
 * types say what may be read, and programs are checked as they are read. Whatever cannot be read is as if it were not there.
 */
@NullMarked
package org.macrostate.engine.cache;

import org.jspecify.annotations.NullMarked;
