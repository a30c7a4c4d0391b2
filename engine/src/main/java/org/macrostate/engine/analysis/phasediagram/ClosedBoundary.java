package org.macrostate.engine.analysis.phasediagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.macrostate.engine.analysis.ClosedForms;
import org.macrostate.engine.analysis.SectionContext;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.solvers.phase.ParameterAxis;

/**
 * A threshold's closed form drawn into a phase diagram.
 *
 * @param solve the parameter it was solved for, one of the axes
 * @param x along the curve; NaN where it leaves the diagram
 * @param y along the curve
 * @param along whether it was solved for x, as a function of y
 */
public record ClosedBoundary(
        String solve, Expression form, double[] x, double[] y, boolean along, ParameterFunction value) {

    /** All that belong into a diagram: solved for one of its axes, and in its range; the rest of the parameters being the same. */
    public static List<ClosedBoundary> of(SectionContext context, ModelInstance subject, PhaseDiagramAnswer answer) {
        List<ClosedBoundary> curves = new ArrayList<>();
        for (SectionContext.AnsweredItem<ClosedForms> answered : context.told(ClosedForms.class)) {
            if (answered.answer().zeros().stream().allMatch(label -> isFixedAtZero(label, subject, answer))) {
                answered.answer().boundaries().forEach(boundary -> of(
                                boundary.solve(), boundary.form(), subject, answer)
                        .ifPresent(curves::add));
            }
        }
        return curves;
    }

    private static boolean isFixedAtZero(String label, ModelInstance subject, PhaseDiagramAnswer answer) {
        boolean varies = label.equals(answer.diagram().x().parameter())
                || label.equals(answer.diagram().y().parameter());
        Double value = subject.parameterValues().get(label);
        return !varies && value != null && value == 0;
    }

    private static Optional<ClosedBoundary> of(
            String solve, Expression form, ModelInstance subject, PhaseDiagramAnswer answer) {
        ParameterAxis x = answer.diagram().x();
        ParameterAxis y = answer.diagram().y();
        boolean along = solve.equals(x.parameter());
        if (!along && !solve.equals(y.parameter())) {
            return Optional.empty();
        }
        ParameterAxis free = along ? y : x;
        ParameterAxis bound = along ? x : y;
        ParameterFunction value = new ParameterFunction(form, subject);
        double[] at = free.values();
        double[] solved = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            double root = value.at(free.parameter(), at[i]);
            solved[i] = root >= bound.from() && root <= bound.to() ? root : Double.NaN;
        }
        boolean seen = Arrays.stream(solved).anyMatch(Double::isFinite);
        return seen
                ? Optional.of(new ClosedBoundary(solve, form, along ? solved : at, along ? at : solved, along, value))
                : Optional.empty();
    }

    /** How far a numeric boundary's points are from this curve, at most, in the parameter solved for. */
    public double distance(org.macrostate.solvers.phase.PhaseBoundary numeric, String free) {
        double largest = 0;
        for (int i = 0; i < numeric.x().length; i++) {
            double at = along ? numeric.y()[i] : numeric.x()[i];
            double found = along ? numeric.x()[i] : numeric.y()[i];
            double off = Math.abs(found - value.at(free, at));
            largest = off <= largest ? largest : off;
        }
        return largest;
    }
}
