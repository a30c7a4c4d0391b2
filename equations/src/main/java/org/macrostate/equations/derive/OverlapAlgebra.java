package org.macrostate.equations.derive;

import java.util.List;
import java.util.Map;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.FixedOverlaps;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Overlap;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.VectorTerm;

/** The overlap of two vectors as an expression: a constant among fixed vectors, else an order parameter. */
final class OverlapAlgebra {
    private final LearningProblem problem;

    OverlapAlgebra(LearningProblem problem) {
        this.problem = problem;
    }

    Expression of(VectorTerm a, VectorTerm b) {
        Declaration.Vectors left = family(a);
        Declaration.Vectors right = family(b);
        if (problem.areApart(a.family(), b.family())) {
            return Rational.ZERO;
        }
        if (a.equals(b) && left.norm().isPresent()) {
            return left.squaredNorm().orElseThrow();
        }
        if (left.isTrained() || right.isTrained()) {
            return new Overlap(a, b);
        }
        return FixedOverlaps.of(left, a.indices(), right, b.indices());
    }

    /** The overlap's share in a block. */
    Expression of(VectorTerm a, VectorTerm b, IndexTerm block) {
        Expression total = of(a, b);
        if (total instanceof Overlap) {
            return new Overlap(a, b, List.of(block));
        }
        return total.isZero() ? total : total.times(shareAt(family(a), block));
    }

    /** In a block if one is given. */
    Expression of(VectorTerm a, VectorTerm b, List<IndexTerm> block) {
        return block.isEmpty() ? of(a, b) : of(a, b, block.get(0));
    }

    private static Expression shareAt(Declaration.Vectors fixed, IndexTerm block) {
        return fixed.share()
                .map(share -> Substitution.indices(Map.of("b", block)).in(share))
                .orElse(Rational.ONE);
    }

    private Declaration.Vectors family(VectorTerm vector) {
        return problem.vectors(vector.family()).orElseThrow();
    }
}
