package org.macrostate.engine.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.engine.model.InitialCondition;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.solvers.fixedpoint.FixedPoint;
import org.macrostate.solvers.phase.PhaseDiagram;

/**
 * What answers give to the live section of a report: it begins with what was asked.
 *
 * @param trajectory the first that was asked for
 * @param diagram of two single parameters
 * @param thresholds closed forms that decide the stability of named states
 * @param fixedPoints all that were found at the parameters that it begins with
 */
public record LiveInput(
        Optional<Run> trajectory,
        Optional<PhaseDiagram> diagram,
        List<Threshold> thresholds,
        Optional<List<FixedPoint>> fixedPoints) {
    public static final LiveInput NONE = new LiveInput(Optional.empty(), Optional.empty(), List.of(), Optional.empty());

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
        return new LiveInput(
                trajectory.or(other::trajectory), diagram.or(other::diagram), all, fixedPoints.or(other::fixedPoints));
    }

    /** It begins with a trajectory. */
    public static LiveInput of(Run run) {
        return new LiveInput(Optional.of(run), Optional.empty(), List.of(), Optional.empty());
    }

    /** It begins with a diagram. */
    public static LiveInput of(PhaseDiagram diagram) {
        return new LiveInput(Optional.empty(), Optional.of(diagram), List.of(), Optional.empty());
    }

    /** It begins with thresholds. */
    public static LiveInput ofThresholds(List<Threshold> thresholds) {
        return new LiveInput(Optional.empty(), Optional.empty(), thresholds, Optional.empty());
    }

    /** It begins with fixed points. */
    public static LiveInput ofFixedPoints(List<FixedPoint> points) {
        return new LiveInput(Optional.empty(), Optional.empty(), List.of(), Optional.of(List.copyOf(points)));
    }

    /** The same without its diagram. */
    public LiveInput withoutDiagram() {
        return new LiveInput(trajectory, Optional.empty(), thresholds, fixedPoints);
    }

    /** The same without fixed points. */
    public LiveInput withoutFixedPoints() {
        return new LiveInput(trajectory, diagram, thresholds, Optional.empty());
    }
}
