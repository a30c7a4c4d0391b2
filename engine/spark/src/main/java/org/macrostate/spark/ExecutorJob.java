package org.macrostate.spark;

import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macrostate.engine.cli.JobTasks;
import org.macrostate.engine.sweep.Job;

/** A job as it is sent to executors: text there and back, and what was made of it in the process that has it. */
final class ExecutorJob implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Job job;
    private transient @Nullable Made made;

    private record Made(Optional<JobTasks> tasks, Optional<JobTasks.Outcome> failure) {}

    ExecutorJob(Job job) {
        this.job = job;
    }

    /** What became of a task. The first call of a process derives and compiles; the others wait for it. */
    JobTasks.Outcome outcome(long task) {
        Made ready = made();
        return ready.tasks().map(tasks -> tasks.outcome(task)).orElseGet(() -> ready.failure()
                .orElseThrow());
    }

    private synchronized Made made() {
        Made ready = made;
        if (ready == null) {
            ready = make();
            made = ready;
        }
        return ready;
    }

    private Made make() {
        try {
            return new Made(Optional.of(JobTasks.of(job)), Optional.empty());
        } catch (RuntimeException | VirtualMachineError | LinkageError | AssertionError failed) {
            return new Made(Optional.empty(), Optional.of(JobTasks.failed(failed)));
        }
    }
}
