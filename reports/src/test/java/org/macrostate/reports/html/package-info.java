/** Tests of the package of the same name. */
@NullMarked
package org.macrostate.reports.html;

import org.jspecify.annotations.NullMarked;
