/**
 * What leaves the program: JSON, CSV, and the files they are written to.
 *
 * <p>Files are written whole or not at all, say what made them (LANGUAGE.md, section 4), and files that others wrote are
 * left alone. Comes in: numbers, text, maps and lists; nothing of equations or solvers.
 */
@NullMarked
package org.macrostate.engine.output;

import org.jspecify.annotations.NullMarked;
