package org.macrostate.solvers.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Carries out independent tasks, in whatever order. */
public interface ControlTasks {
    /** One after the other. */
    ControlTasks IN_ORDER = new ControlTasks() {
        @Override
        public <T> List<T> all(int count, IntFunction<T> task) {
            List<T> results = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                results.add(task.apply(i));
            }
            return results;
        }
    };

    /** The results of {@code task.apply(0) … task.apply(count - 1)}, in that order. */
    <T> List<T> all(int count, IntFunction<T> task);
}
