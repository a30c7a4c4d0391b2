/** Tests of the package of the same name. */
@NullMarked
package org.macrostate.reports.table;

import org.jspecify.annotations.NullMarked;
