package org.macrostate.spark;

import java.io.Serializable;
import org.macrostate.engine.cli.JobTasks;

/** What became of a task, on its way to the driver. */
record TaskResult(long task, JobTasks.Outcome outcome) implements Serializable {}
