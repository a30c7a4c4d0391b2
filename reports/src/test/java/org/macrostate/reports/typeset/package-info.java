/** Tests of the package of the same name. */
@NullMarked
package org.macrostate.reports.typeset;

import org.jspecify.annotations.NullMarked;
