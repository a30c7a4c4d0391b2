package org.macrostate.engine.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.engine.model.InitialCondition;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.solvers.phase.PhaseDiagram;

/**
 * What answers give to the live section of a report: it begins with what was asked.
 *
 * @param trajectory the first that was asked for
 * @param diagram of two single parameters
 * @param thresholds closed forms that decide the stability of named states
 */
public record LiveInput(Optional<Run> trajectory, Optional<PhaseDiagram> diagram, List<Threshold> thresholds) {
    public static final LiveInput NONE = new LiveInput(Optional.empty(), Optional.empty(), List.of());

    public LiveInput {
        thresholds = List.copyOf(thresholds);
    }

    /** Where a trajectory starts and ends, t = steps / N. */
    public record Run(InitialCondition start, double until) {}

    /**
     * A parameter at which a named state changes stability, in the other parameters.
     *
     * @param zeros parameters that were put in as zero
     */
    public record Threshold(String state, String solve, Expression value, List<String> zeros) {
        public Threshold {
            zeros = List.copyOf(zeros);
        }
    }

    /** This, and what another answer adds to it. */
    public LiveInput and(LiveInput other) {
        List<Threshold> all = new ArrayList<>(thresholds);
        other.thresholds().stream().filter(t -> !all.contains(t)).forEach(all::add);
        return new LiveInput(trajectory.or(other::trajectory), diagram.or(other::diagram), all);
    }

    /** The same without its diagram. */
    public LiveInput withoutDiagram() {
        return new LiveInput(trajectory, Optional.empty(), thresholds);
    }
}
