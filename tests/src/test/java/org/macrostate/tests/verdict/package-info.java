/**
 * What {@code check} is worth: right theories pass at the stated rate, planted errors fail, and theory's own error bars
 * hold.
 */
@NullMarked
package org.macrostate.tests.verdict;

import org.jspecify.annotations.NullMarked;
