package org.macrostate.equations.derive;

import java.util.List;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Field;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.IndexTerm;
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
        List<Index> columns = step.onto().indices();
        Expression coefficient = UpdateRules.at(step.direction(), step.indices(), moving.indices());
        if (step.block().isPresent()) {
            coefficient = UpdateRules.at(coefficient, List.of(step.block().get()), block);
        }
        coefficient = UpdateRules.at(coefficient, step.columns(), columns);
        Expression product = Times.of(
                step.factorOf(moving), coefficient, overlaps.of(step.onto().at(columns), other, block));
        return IndexSum.of(columns, product);
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
