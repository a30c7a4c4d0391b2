/** Fixtures of the reports' tests. */
@NullMarked
package org.macrostate.reports;

import org.jspecify.annotations.NullMarked;
