/**
 * Drives equations, solvers and reports: studies, sweeps over tasks, the command line.
 *
 * <p>The only module that knows all others. Rooms: {@code study} (questions, their answers and the report),
 * {@code sweep} (tasks, threads, progress), {@code cli} (the only user of standard output).
 */
@NullMarked
package org.macrostate.engine;

import org.jspecify.annotations.NullMarked;
