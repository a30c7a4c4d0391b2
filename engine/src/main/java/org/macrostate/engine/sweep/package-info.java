/**
 * Tasks, threads and progress.
 *
 * <p>A task is a pure function of its index; a {@link org.macrostate.engine.sweep.Runner} carries out many of them, as
 * its {@link org.macrostate.engine.sweep.Execution} says: on local threads, one shard of them, or on a
 * {@link org.macrostate.engine.sweep.Cluster}. Results come back in the order of the tasks, whoever made them. What is under way is
 * told to a {@link org.macrostate.engine.sweep.Progress}; only the command line shows it.
 */
@NullMarked
package org.macrostate.engine.sweep;

import org.jspecify.annotations.NullMarked;
