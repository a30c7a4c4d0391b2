/** The program where it is not comfortable: edges of domains, huge and tiny numbers, many threads, too much work, kills. */
@NullMarked
package org.macrostate.tests.stress;

import org.jspecify.annotations.NullMarked;
