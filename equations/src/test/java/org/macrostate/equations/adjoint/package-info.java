@NullMarked
package org.macrostate.equations.adjoint;

import org.jspecify.annotations.NullMarked;
