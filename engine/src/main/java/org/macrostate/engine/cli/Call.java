package org.macrostate.engine.cli;

import java.util.List;
import java.util.Optional;
import org.macrostate.engine.sweep.Cluster;
import org.macrostate.engine.sweep.Job;

/**
 * One call of the program: its terminal and its arguments.
 *
 * @param cluster that carries out tasks; empty if the threads of this process do
 * @param offered the job whose tasks are asked for, and not its answer
 */
record Call(Terminal terminal, List<String> args, Optional<Cluster> cluster, Optional<Job> offered) {
    Call {
        args = List.copyOf(args);
    }

    /** A call that computes on its own threads. */
    Call(Terminal terminal, List<String> args) {
        this(terminal, args, Optional.empty(), Optional.empty());
    }
}
