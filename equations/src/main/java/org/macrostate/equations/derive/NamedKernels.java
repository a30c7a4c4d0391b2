package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Fresh;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.VectorTerm;

/** Mean coefficients of steps of vectors along vectors, under names: {@code A_w[k,l]}. */
final class NamedKernels {
    private final NamedTermTable table;
    private final OverlapAlgebra overlaps;
    private final UnaryOperator<Expression> mean;

    NamedKernels(NamedTermTable table, OverlapAlgebra overlaps, UnaryOperator<Expression> mean) {
        this.table = table;
        this.overlaps = overlaps;
        this.mean = mean;
    }

    /** What such a step of {@code moving} does to its overlap with {@code other}: {@code Σ_k E[K_ik] G_kj}. */
    Expression motion(UpdateRules.KernelStep step, VectorTerm moving, VectorTerm other, List<IndexTerm> block) {
        String key = "kernel " + step.family().name() + " " + step.onto().name()
                + (step.block().isPresent() ? " in a block" : "");
        List<Index> generic = new ArrayList<>();
        step.block().ifPresent(generic::add);
        step.family().copies().ifPresent(extent -> generic.add(step.index()));
        step.onto().copies().ifPresent(extent -> generic.add(step.column()));
        if (!table.knows(key)) {
            table.define(key, name(step), generic, mean.apply(step.direction()), meaning(step));
        }
        Index column = Fresh.index(step.onto().copies().orElse(Rational.ONE));
        VectorTerm onto = OverlapAlgebra.term(step.onto(), column);
        List<IndexTerm> places = new ArrayList<>(step.block().isPresent() ? block : List.of());
        places.addAll(moving.indices());
        places.addAll(onto.indices());
        Expression product = table.at(key, places).times(overlaps.of(onto, other, block));
        return onto.indices().isEmpty() ? product : IndexSum.of(column, product);
    }

    private static String name(UpdateRules.KernelStep step) {
        String own = step.family().name();
        String onto = step.onto().name();
        String name = own.equals(onto) ? "A_" + own : "A_" + own + "_" + onto;
        return step.block().isPresent() ? name + "_block" : name;
    }

    private static String meaning(UpdateRules.KernelStep step) {
        return step.factor().isOne()
                ? "mean coefficient of " + step.onto().name() + " in the update of "
                        + step.family().name()
                : "mean derivative of the loss by the overlap " + step.family().name() + " . "
                        + step.onto().name();
    }
}
