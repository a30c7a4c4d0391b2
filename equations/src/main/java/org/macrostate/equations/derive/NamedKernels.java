package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.IndexTerm;
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
        generic.addAll(step.indices());
        generic.addAll(step.columns());
        if (!table.knows(key)) {
            table.define(key, name(step), generic, mean.apply(step.direction()), meaning(step));
        }
        List<Index> columns = step.onto().indices();
        VectorTerm onto = step.onto().at(columns);
        List<IndexTerm> places = new ArrayList<>(step.block().isPresent() ? block : List.of());
        places.addAll(moving.indices());
        places.addAll(onto.indices());
        Expression product = table.at(key, places).times(overlaps.of(onto, other, block));
        return IndexSum.of(columns, product);
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
