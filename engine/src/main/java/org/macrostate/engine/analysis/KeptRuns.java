package org.macrostate.engine.analysis;

import java.util.Optional;
import org.macrostate.solvers.sgd.Run;

/** Where runs are kept as they finish, so that an interrupted question need not make them again. For all threads. */
public interface KeptRuns {
    /** Keeps nothing. */
    KeptRuns NONE = new KeptRuns() {
        @Override
        public Optional<Run> find(int task) {
            return Optional.empty();
        }

        @Override
        public void keep(int task, Run run) {}
    };

    /** A run that was kept. */
    Optional<Run> find(int task);

    /** Keeps a run that has ended. */
    void keep(int task, Run run);
}
