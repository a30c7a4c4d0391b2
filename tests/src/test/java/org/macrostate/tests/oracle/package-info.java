/** The program beside other programs that solve the same problem: AUTO-07p, where it is installed. */
@NullMarked
package org.macrostate.tests.oracle;

import org.jspecify.annotations.NullMarked;
