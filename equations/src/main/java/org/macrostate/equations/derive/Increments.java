package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Field;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Times;
import org.macrostate.equations.tensor.VectorTerm;

/**
 * What one draw of the samples adds to an order parameter, times N, before any average (docs/theory.md, sections 6 and 7):
 * {@code F_i h_j + F_j h_i + κ F_i F_j + (KG)_ij + (KG)_ji}, in one block where there are blocks. Which terms there are is
 * decided here and nowhere else; what becomes of each, its mean, itself or its telling, is said by {@link Terms}.
 */
final class Increments {
    private final LearningProblem problem;
    private final UpdateRules rules;

    /** What becomes of each term. */
    interface Terms {
        /** {@code F_i h_j}. */
        Expression field(UpdateRules.FieldStep step, VectorTerm moving, Field other);

        /** {@code Σ_k K_ik G_kj}. */
        Expression kernel(UpdateRules.KernelStep step, VectorTerm moving, VectorTerm other, List<IndexTerm> block);

        /** {@code κ F_i F_j}. */
        Expression square(
                Expression kappa,
                UpdateRules.FieldStep first,
                VectorTerm left,
                UpdateRules.FieldStep second,
                VectorTerm right);

        /** The step of a trained scalar. */
        Expression scalar(UpdateRules.ScalarStep step);
    }

    Increments(LearningProblem problem, UpdateRules rules) {
        this.problem = problem;
        this.rules = rules;
    }

    /** The sum of the terms, with the variable's own free indices. */
    Expression of(StateVariable variable, Terms terms) {
        if (!variable.isOverlap()) {
            return scalar(variable, terms);
        }
        List<IndexTerm> block = List.copyOf(variable.indices().subList(0, variable.blockPlaces()));
        List<Index> indices = new ArrayList<>(variable.indices()
                .subList(variable.blockPlaces(), variable.indices().size()));
        VectorTerm left = take(variable.left(), indices);
        VectorTerm right = take(variable.right(), indices);
        Expression shrinking = shrinking(left, terms).plus(shrinking(right, terms));
        Expression step = step(left, right, block, terms);
        return shrinking.isZero()
                ? step
                : step.plus(Times.of(Rational.HALF.negate(), new OverlapAlgebra(problem).of(left, right), shrinking));
    }

    private Expression step(VectorTerm left, VectorTerm right, List<IndexTerm> block, Terms terms) {
        return Plus.of(
                side(left, right, block, terms), side(right, left, block, terms), squares(left, right, block, terms));
    }

    /**
     * By what part a vector's squared length is scaled down after the step, so that its norm is kept: what the step adds to
     * it over what it is. Overlaps with the vector shrink by half of that.
     */
    private Expression shrinking(VectorTerm vector, Terms terms) {
        return problem.vectors(vector.family())
                .flatMap(Declaration.Vectors::squaredNorm)
                .map(square -> step(vector, vector, List.of(), terms).over(square))
                .orElse(Rational.ZERO);
    }

    /** {@code |P_b x|²/N → η λ_b f_b}, over the batch; in random factors where they scale the noise. */
    Expression kappa(String name, List<IndexTerm> block) {
        Declaration.Sample sample = problem.sample(name).orElseThrow();
        Expression kappa = Power.of(sample.noise(), 2).over(problem.batch().expression());
        return block.isEmpty()
                ? kappa
                : Times.of(kappa, problem.eigenvalueAt(sample, block.get(0)), problem.weightAt(block.get(0)));
    }

    private VectorTerm take(String family, List<Index> indices) {
        List<Index> own = indices.subList(
                0, problem.vectors(family).orElseThrow().copies().size());
        VectorTerm vector = new VectorTerm(family, List.copyOf(own));
        own.clear();
        return vector;
    }

    private Expression scalar(StateVariable variable, Terms terms) {
        List<Expression> sum = new ArrayList<>();
        for (UpdateRules.ScalarStep step : rules.scalarSteps()) {
            if (step.scalar().name().equals(variable.name())) {
                sum.add(terms.scalar(step.at(variable.indices())));
            }
        }
        return Plus.of(sum);
    }

    /** What the motion of {@code moving} does to its overlap with {@code other}. */
    private Expression side(VectorTerm moving, VectorTerm other, List<IndexTerm> block, Terms terms) {
        List<Expression> sum = new ArrayList<>();
        for (UpdateRules.FieldStep step : rules.fieldSteps()) {
            if (step.family().name().equals(moving.family())) {
                sum.add(terms.field(step, moving, new Field(other, step.sample(), block)));
            }
        }
        for (UpdateRules.KernelStep step : rules.kernelSteps()) {
            if (step.family().name().equals(moving.family())) {
                sum.add(terms.kernel(step, moving, other, block));
            }
        }
        return Plus.of(sum);
    }

    private Expression squares(VectorTerm left, VectorTerm right, List<IndexTerm> block, Terms terms) {
        List<Expression> sum = new ArrayList<>();
        for (UpdateRules.FieldStep a : rules.fieldSteps()) {
            for (UpdateRules.FieldStep b : rules.fieldSteps()) {
                boolean both = a.family().name().equals(left.family())
                        && b.family().name().equals(right.family())
                        && a.sample().equals(b.sample());
                if (both) {
                    sum.add(terms.square(kappa(a.sample(), block), a, left, b, right));
                }
            }
        }
        return Plus.of(sum);
    }
}
