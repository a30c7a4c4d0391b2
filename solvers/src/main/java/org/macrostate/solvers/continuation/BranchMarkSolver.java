package org.macrostate.solvers.continuation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.nonlinear.StepRoot;
import org.macrostate.solvers.nonlinear.Vector;

/** Finds where a quantity of fixed points has a given value on branches that were followed. */
public final class BranchMarkSolver {
    private final CompiledSystem system;
    private final Map<String, Double> set;

    /** @param set values of the other parameters by name, those of the diagram */
    public BranchMarkSolver(CompiledSystem system, Map<String, Double> set) {
        this.system = system;
        this.set = Map.copyOf(set);
    }

    /** The marks in order along the branches, located between neighbouring points by solving for the fixed point again. */
    public List<BranchMark> solve(BranchDiagram diagram, ToDoubleFunction<BranchPoint> quantity, double value) {
        ContinuationProblem problem = new ContinuationProblem(system, set, diagram.range());
        List<BranchMark> marks = new ArrayList<>();
        for (Branch branch : diagram.branches()) {
            for (int i = 1; i < branch.points().size(); i++) {
                BranchPoint one = branch.points().get(i - 1);
                BranchPoint other = branch.points().get(i);
                double before = quantity.applyAsDouble(one) - value;
                double after = quantity.applyAsDouble(other) - value;
                if (before == 0 && i == 1) {
                    marks.add(new BranchMark(branch.number(), one));
                } else if (before * after < 0 || after == 0) {
                    marks.add(new BranchMark(
                            branch.number(),
                            after == 0
                                    ? other
                                    : between(problem, branch, one, other, p -> quantity.applyAsDouble(p) - value)));
                }
            }
        }
        return marks;
    }

    private static BranchPoint between(
            ContinuationProblem problem,
            Branch branch,
            BranchPoint one,
            BranchPoint other,
            ToDoubleFunction<BranchPoint> missing) {
        ParameterRange range = problem.range();
        double length = range.to() - range.from();
        BranchEquations equations =
                new BranchEquations(problem, BranchEquations.unitsAt(one.state()), branch.neutralModes());
        double[] from = equations.point(one.state(), (one.parameter() - range.from()) / length);
        double[] to = equations.point(other.state(), (other.parameter() - range.from()) / length);
        double[] way = Vector.moved(to, -1, from);
        double[] ahead = Vector.unit(way);
        java.util.function.DoubleFunction<BranchPoint> at = s -> {
            double[] predicted = Vector.moved(from, s, way);
            double[] point = equations.corrected(predicted, ahead).orElse(predicted);
            return new BranchPoint(
                    range.value(point[point.length - 1]),
                    equations.state(point),
                    one.stable() && other.stable(),
                    one.eigenvalues(),
                    equations.observables(point));
        };
        OptionalDouble root = StepRoot.of(s -> missing.applyAsDouble(at.apply(s)), 1);
        BranchPoint found = at.apply(root.orElse(1));
        double[] point = equations.point(found.state(), (found.parameter() - range.from()) / length);
        return new BranchPoint(
                found.parameter(),
                found.state(),
                found.stable(),
                equations.at(point, ahead).eigenvalues(),
                found.observables());
    }
}
