/**
 * Every bundled model held to values of its literature, or that mathematics gives: where learning ends, how fast it gets
 * there, when it fails. Rates themselves are held to published formulas in the tests of {@code equations.derive}.
 */
@NullMarked
package org.macrostate.tests.literature;

import org.jspecify.annotations.NullMarked;
