/**
 * {@code check}: the derived equations against SGD, with a statistical verdict.
 */
@NullMarked
package org.macrostate.engine.analysis.check;

import org.jspecify.annotations.NullMarked;
