/**
 * Tasks, threads and progress.
 *
 * <p>A task is a pure function of its index; a {@link org.macrostate.engine.sweep.Runner} carries out many of them, on
 * local threads now. Results come back in the order of the tasks, whatever the number of threads. What is under way is
 * told to a {@link org.macrostate.engine.sweep.Progress}; only the command line shows it.
 */
@NullMarked
package org.macrostate.engine.sweep;

import org.jspecify.annotations.NullMarked;
