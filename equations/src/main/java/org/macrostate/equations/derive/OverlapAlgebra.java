package org.macrostate.equations.derive;

import java.util.Map;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Index;
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
        if (left.isTrained() || right.isTrained()) {
            return new Overlap(a, b);
        }
        if (!a.family().equals(b.family())) {
            return Rational.ZERO;
        }
        Declaration.FixedOverlaps fixed = left.fixed().orElseThrow();
        if (a.indices().isEmpty()) {
            return fixed.value();
        }
        boolean turned = b.indices().get(0).compareTo(a.indices().get(0)) < 0;
        return Substitution.indices(Map.of(
                        fixed.row().name(), (turned ? b : a).indices().get(0),
                        fixed.column().name(), (turned ? a : b).indices().get(0)))
                .in(fixed.value());
    }

    /** A vector of this family with its index, or without one. */
    static VectorTerm term(Declaration.Vectors family, Index index) {
        return new VectorTerm(
                family.name(), family.copies().isPresent() ? java.util.List.of(index) : java.util.List.of());
    }

    private Declaration.Vectors family(VectorTerm vector) {
        return problem.vectors(vector.family()).orElseThrow();
    }
}
