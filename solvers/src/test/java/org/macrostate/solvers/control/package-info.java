@NullMarked
package org.macrostate.solvers.control;

import org.jspecify.annotations.NullMarked;
