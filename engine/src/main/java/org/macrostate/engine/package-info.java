/**
 * Drives equations, solvers and reports: analyses, studies, sweeps, the command line.
 *
 * <p>The only module that knows all others. Rooms: {@code model} (a model with its values set), {@code analysis} (one
 * package inside it for each analysis), {@code study} (files of questions, claims and the report), {@code report} (parts of
 * reports that analyses share), {@code output} (tables, JSON, files), {@code cache}, {@code sweep} (tasks, threads,
 * progress), {@code cli} (the only user of standard output).
 */
@NullMarked
package org.macrostate.engine;

import org.jspecify.annotations.NullMarked;
