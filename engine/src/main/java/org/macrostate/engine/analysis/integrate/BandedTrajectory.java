package org.macrostate.engine.analysis.integrate;

import java.util.Arrays;
import java.util.List;
import org.macrostate.engine.analysis.Runs;
import org.macrostate.engine.model.InitialCondition;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.TimeGrid;
import org.macrostate.equations.BadInput;
import org.macrostate.solvers.finitesize.ScheduledTheory;
import org.macrostate.solvers.finitesize.SpreadPrediction;

/** Adds the spread of finite-N runs to a course of the theory. */
record BandedTrajectory(ModelInstance subject, ScheduledTheory theory, InitialCondition start) {

    /** @throws BadInput if nothing learns, the dimension is too small, the start is of no vectors, or n too large */
    static void requireFits(ModelInstance subject, InitialCondition start, Bands asked) {
        if (subject.problem().dynamics() instanceof org.macrostate.equations.model.Dynamics.Flow) {
            throw new BadInput(subject.problem().name()
                    + " states its equations: there is no SGD whose spread could be predicted");
        }
        Runs.requireWholeTheory(subject);
        new Runs(new TimeGrid(List.of(0.0)), java.util.Optional.of(start), true, asked.seed())
                .requireStart(subject, asked.dimension());
        int n = subject.compiled().length();
        if (n > SpreadPrediction.LARGEST) {
            throw new BadInput("bands take the covariance of all order parameters, of which there may be "
                    + SpreadPrediction.LARGEST + ", were " + n);
        }
    }

    /** The course with its bands; as far as it goes, if the theory does not reach the end. */
    IntegrateAnswer.Curve of(IntegrateAnswer.Curve curve, Bands asked) {
        double[] times = curve.trajectory().times();
        if (times.length == 0) {
            return curve;
        }
        return theory.spread(asked.seed())
                .at(
                        Arrays.stream(times).boxed().toList(),
                        start.state(subject),
                        theory.startCovariance(start.start(subject)),
                        asked.dimension())
                .map(spreads -> curve.with(new IntegrateAnswer.Band(spreads.closedForm(), spreads.deviations())))
                .orElse(curve);
    }
}
