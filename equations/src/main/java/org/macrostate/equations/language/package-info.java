/**
 * The expression language: Wolfram syntax, read by our own parser into a tree with positions.
 *
 * <p>Only shapes are checked here (brackets, operators, limits); what a name means is decided by the model. The
 * computer algebra system never sees the user's text.
 */
@NullMarked
package org.macrostate.equations.language;

import org.jspecify.annotations.NullMarked;
