/** Tests of the package of the same name. */
@NullMarked
package org.macrostate.reports.document;

import org.jspecify.annotations.NullMarked;
