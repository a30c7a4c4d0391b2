package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Field;
import org.macrostate.equations.tensor.Fresh;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Times;
import org.macrostate.equations.tensor.VectorTerm;

/**
 * What one draw of the samples adds to an order parameter, times N, before any average (docs/theory.md, section 6):
 * {@code F_i h_j + F_j h_i + (κ/b) F_i F_j + (KG)_ij + (KG)_ji}. Its mean is the equation's right-hand side.
 */
final class Increments {
    private final LearningProblem problem;
    private final RateDerivation assembly;
    private final OverlapAlgebra overlaps;

    Increments(LearningProblem problem, RateDerivation assembly) {
        this.problem = problem;
        this.assembly = assembly;
        this.overlaps = new OverlapAlgebra(problem);
    }

    /** In fields and factors, with the variable's own free indices. */
    Expression of(StateVariable variable) {
        if (!variable.isOverlap()) {
            return scalar(variable);
        }
        List<Index> indices = new ArrayList<>(variable.indices());
        VectorTerm left = assembly.take(variable.left(), indices);
        VectorTerm right = assembly.take(variable.right(), indices);
        return Plus.of(side(left, right), side(right, left), squares(left, right));
    }

    private Expression scalar(StateVariable variable) {
        List<Expression> terms = new ArrayList<>();
        for (UpdateRules.ScalarStep step : assembly.rules().scalarSteps()) {
            if (step.scalar().name().equals(variable.name())) {
                Expression direction = step.direction();
                for (int i = 0; i < step.indices().size(); i++) {
                    direction = UpdateRules.at(
                            direction, step.indices().get(i), variable.indices().get(i));
                }
                terms.add(step.factor().times(direction));
            }
        }
        return Plus.of(terms);
    }

    /** What the motion of {@code moving} does to its overlap with {@code other}. */
    private Expression side(VectorTerm moving, VectorTerm other) {
        List<Expression> terms = new ArrayList<>();
        for (UpdateRules.FieldStep step : assembly.rules().fieldSteps()) {
            if (step.family().name().equals(moving.family())) {
                Expression field = new Field(other, step.sample());
                terms.add(Times.of(step.factor(), assembly.direction(step, moving), field));
            }
        }
        for (UpdateRules.KernelStep step : assembly.rules().kernelSteps()) {
            if (step.family().name().equals(moving.family())) {
                terms.add(step.factor().times(along(step, moving, other)));
            }
        }
        return Plus.of(terms);
    }

    private Expression along(UpdateRules.KernelStep step, VectorTerm moving, VectorTerm other) {
        Index column = Fresh.index(step.onto().copies().orElse(Rational.ONE));
        VectorTerm onto = OverlapAlgebra.term(step.onto(), column);
        Expression coefficient = step.direction();
        if (!moving.indices().isEmpty()) {
            coefficient =
                    UpdateRules.at(coefficient, step.index(), moving.indices().get(0));
        }
        coefficient = Substitution.indices(
                        Map.<String, IndexTerm>of(step.column().name(), column))
                .in(coefficient);
        Expression product = coefficient.times(overlaps.of(onto, other));
        return onto.indices().isEmpty() ? product : IndexSum.of(column, product);
    }

    private Expression squares(VectorTerm left, VectorTerm right) {
        List<Expression> terms = new ArrayList<>();
        for (UpdateRules.FieldStep a : assembly.rules().fieldSteps()) {
            for (UpdateRules.FieldStep b : assembly.rules().fieldSteps()) {
                boolean both = a.family().name().equals(left.family())
                        && b.family().name().equals(right.family())
                        && a.sample().equals(b.sample());
                if (both) {
                    Expression noise = problem.sample(a.sample()).orElseThrow().noise();
                    Expression kappa = Power.of(noise, 2).over(Expression.of(problem.batch()));
                    terms.add(Times.of(
                            kappa, a.factor(), b.factor(), assembly.direction(a, left), assembly.direction(b, right)));
                }
            }
        }
        return Plus.of(terms);
    }
}
