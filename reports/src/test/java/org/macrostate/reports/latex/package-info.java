/** Tests of the package of the same name. */
@NullMarked
package org.macrostate.reports.latex;

import org.jspecify.annotations.NullMarked;
