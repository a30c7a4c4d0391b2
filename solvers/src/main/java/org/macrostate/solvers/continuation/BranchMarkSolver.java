package org.macrostate.solvers.continuation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.hipparchus.complex.Complex;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.nonlinear.StepRoot;
import org.macrostate.solvers.nonlinear.Vector;

/** Finds where a quantity of fixed points has a given value on branches that were followed. */
public final class BranchMarkSolver {
    /** What may be missing to the value, of what it changes by between the neighbours. */
    private static final double NEARLY = 1e-6;

    private final CompiledSystem system;
    private final Map<String, Double> set;

    /** @param set values of the other parameters by name, those of the diagram */
    public BranchMarkSolver(CompiledSystem system, Map<String, Double> set) {
        this.system = system;
        this.set = Map.copyOf(set);
    }

    /** The marks in order along the branches, located between neighbouring points by solving for the fixed point again. */
    public BranchMarks solve(BranchDiagram diagram, ToDoubleFunction<BranchPoint> quantity, double value) {
        ContinuationProblem problem = new ContinuationProblem(system, set, diagram.range());
        List<BranchMark> marks = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Branch branch : diagram.branches()) {
            for (int i = 1; i < branch.points().size(); i++) {
                BranchPoint one = branch.points().get(i - 1);
                BranchPoint other = branch.points().get(i);
                double before = quantity.applyAsDouble(one) - value;
                double after = quantity.applyAsDouble(other) - value;
                if (before == 0 && i == 1) {
                    marks.add(new BranchMark(branch.number(), one));
                } else if (after == 0) {
                    marks.add(new BranchMark(branch.number(), other));
                } else if (before * after < 0) {
                    Between between = new Between(problem, branch, one, other);
                    between.root(point -> quantity.applyAsDouble(point) - value)
                            .ifPresentOrElse(
                                    point -> marks.add(new BranchMark(branch.number(), point)),
                                    () -> notes.add(unlocated(diagram.range(), branch, one, other)));
                }
            }
        }
        return new BranchMarks(marks, notes);
    }

    private static String unlocated(ParameterRange range, Branch branch, BranchPoint one, BranchPoint other) {
        return "branch " + branch.number() + ": the value is passed between " + range.parameter() + " = "
                + (float) one.parameter() + " and " + (float) other.parameter()
                + ", and was not located: Newton's method finds no fixed point with it there";
    }

    /** Fixed points between two neighbouring points of a branch. */
    private static final class Between {
        private final ParameterRange range;
        private final BranchEquations equations;
        private final BranchPoint one;
        private final BranchPoint other;
        private final double[] from;
        private final double[] way;

        Between(ContinuationProblem problem, Branch branch, BranchPoint one, BranchPoint other) {
            this.range = problem.range();
            this.one = one;
            this.other = other;
            this.equations = new BranchEquations(problem, BranchEquations.unitsAt(one.state()), branch.neutralModes());
            this.from = point(one);
            this.way = Vector.moved(point(other), -1, from);
        }

        private double[] point(BranchPoint at) {
            return equations.point(at.state(), (at.parameter() - range.from()) / (range.to() - range.from()));
        }

        /** Where a number passes zero at a fixed point; empty if there is none at which it is small. */
        Optional<BranchPoint> root(ToDoubleFunction<BranchPoint> missing) {
            double most =
                    NEARLY * Math.max(Math.abs(missing.applyAsDouble(one)), Math.abs(missing.applyAsDouble(other)));
            OptionalDouble along = StepRoot.of(
                    s -> missing.applyAsDouble(
                            described(corrected(s).orElseGet(() -> predicted(s)), one.eigenvalues())),
                    1);
            return along.stream()
                    .boxed()
                    .flatMap(s -> corrected(s).stream())
                    .map(point -> described(
                            point, equations.at(point, Vector.unit(way)).eigenvalues()))
                    .filter(point -> Math.abs(missing.applyAsDouble(point)) <= most)
                    .findFirst();
        }

        private double[] predicted(double along) {
            return Vector.moved(from, along, way);
        }

        private Optional<double[]> corrected(double along) {
            return equations.corrected(predicted(along), Vector.unit(way));
        }

        private BranchPoint described(double[] point, List<Complex> eigenvalues) {
            return new BranchPoint(
                    range.value(point[point.length - 1]),
                    equations.state(point),
                    one.stable() && other.stable(),
                    eigenvalues,
                    equations.observables(point));
        }
    }
}
