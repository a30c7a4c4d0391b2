package org.macrostate.solvers.continuation;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.macrostate.equations.TimeLimit;
import org.macrostate.solvers.nonlinear.ArclengthStep;
import org.macrostate.solvers.nonlinear.Gauge;

/**
 * Pieces of one branch diagram: the fixed points that were found at each value of the parameter, and the branches in the
 * order in which they are followed, which is the same whenever the same question is asked. What was cut is not kept.
 */
final class KeptBranches {
    private final KeptCheckpoints kept;
    private final int stage;
    private int next;

    /** @param stage the first of the two stages that the pieces take */
    KeptBranches(KeptCheckpoints kept, int stage) {
        this.kept = kept;
        this.stage = stage;
    }

    /**
     * Fixed points at one value of the parameter.
     *
     * @param bounds of the search that were reached
     */
    record Starts(List<BranchStart> starts, List<String> bounds) {}

    private record Step(BranchState from, BranchState to, double length) {}

    /** A branch without its equations, which are made again. */
    private record Followed(
            List<BranchState> states,
            Optional<CriticalPoint> origin,
            List<CriticalPoint> critical,
            List<Step> doubtful,
            BranchEnd begin,
            BranchEnd end,
            List<double[]> right,
            List<double[]> left) {
        static Followed of(Trace trace) {
            Gauge gauge = trace.equations().gauge();
            return new Followed(
                    trace.states(),
                    trace.origin(),
                    trace.critical(),
                    trace.doubtful().stream()
                            .map(step -> new Step(step.from(), step.to(), step.length()))
                            .toList(),
                    trace.begin(),
                    trace.end(),
                    gauge.right(),
                    gauge.left());
        }

        Trace by(BranchEquations equations) {
            equations.restore(right.isEmpty() ? Gauge.NONE : new Gauge(right, left));
            return new Trace(
                    equations,
                    states,
                    origin,
                    critical,
                    doubtful.stream()
                            .map(step -> new ArclengthStep<>(step.from(), step.to(), step.length()))
                            .toList(),
                    begin,
                    end);
        }
    }

    /** The fixed points at a value of the parameter, found now unless they are kept. */
    Starts starts(int place, Supplier<Starts> found) {
        return kept.find(Starts.class, stage, place).orElseGet(() -> {
            Starts starts = found.get();
            if (!Thread.currentThread().isInterrupted()) {
                kept.keep(stage, place, starts);
            }
            return starts;
        });
    }

    /** The next branch, followed now unless it is kept. */
    Trace trace(BranchEquations equations, Supplier<Trace> followed) {
        int place = next++;
        Optional<Followed> known = kept.find(Followed.class, stage + 1, place);
        if (known.isPresent()) {
            return known.get().by(equations);
        }
        Trace trace = followed.get();
        TimeLimit.check();
        kept.keep(stage + 1, place, Followed.of(trace));
        return trace;
    }
}
