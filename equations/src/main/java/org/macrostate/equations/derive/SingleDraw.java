package org.macrostate.equations.derive;

import java.util.List;
import java.util.Map;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Field;
import org.macrostate.equations.tensor.Fresh;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Times;
import org.macrostate.equations.tensor.VectorTerm;

/** The terms of an increment as one draw gives them, in fields and factors: what a diffusion is the covariance of. */
record SingleDraw(RateDerivation derivation, OverlapAlgebra overlaps) implements Increments.Terms {
    @Override
    public Expression field(UpdateRules.FieldStep step, VectorTerm moving, Field other) {
        return Times.of(step.factorOf(moving), derivation.direction(step, moving), other);
    }

    @Override
    public Expression kernel(UpdateRules.KernelStep step, VectorTerm moving, VectorTerm other, List<IndexTerm> block) {
        Index column = Fresh.index(step.onto().copies().orElse(Rational.ONE));
        VectorTerm onto = OverlapAlgebra.term(step.onto(), column);
        Expression coefficient = step.direction();
        if (!moving.indices().isEmpty()) {
            coefficient =
                    UpdateRules.at(coefficient, step.index(), moving.indices().get(0));
        }
        if (step.block().isPresent()) {
            coefficient = UpdateRules.at(coefficient, step.block().get(), block.get(0));
        }
        coefficient = Substitution.indices(
                        Map.<String, IndexTerm>of(step.column().name(), column))
                .in(coefficient);
        Expression product = Times.of(step.factorOf(moving), coefficient, overlaps.of(onto, other, block));
        return onto.indices().isEmpty() ? product : IndexSum.of(column, product);
    }

    @Override
    public Expression square(
            Expression kappa,
            UpdateRules.FieldStep first,
            VectorTerm left,
            UpdateRules.FieldStep second,
            VectorTerm right) {
        return Times.of(
                kappa,
                first.factorOf(left),
                second.factorOf(right),
                derivation.direction(first, left),
                derivation.direction(second, right));
    }

    @Override
    public Expression scalar(UpdateRules.ScalarStep step) {
        return step.factor().times(step.direction());
    }
}
