package org.macrostate.equations.derive;

import java.util.List;
import java.util.Optional;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Delta;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Symbol;

/**
 * Eigenvalues, weights and shares that are listed block by block get names, {@code S_value[b]}, so that equations stay in
 * index form and are not written out block by block.
 */
final class NamedBlocks {
    private final NamedTermTable table;

    NamedBlocks(NamedTermTable table) {
        this.table = table;
    }

    LearningProblem in(LearningProblem problem) {
        if (problem.blocks().isEmpty()) {
            return problem;
        }
        List<Declaration.Spectrum> spectra = problem.spectra().stream()
                .map(s -> new Declaration.Spectrum(
                        s.name(),
                        s.blocks(),
                        s.block(),
                        named(s.value(), s.block(), s.name() + "_value", "eigenvalue of " + s.name() + " on a block"),
                        named(s.weight(), s.block(), "weight", "fraction of the directions in a block")))
                .toList();
        Index block = problem.spectra().get(0).block();
        List<Declaration.Vectors> vectors = problem.vectors().stream()
                .map(v -> new Declaration.Vectors(
                        v.name(),
                        v.copies(),
                        v.fixed(),
                        v.rate(),
                        share(v, block, problem.spectra().get(0)),
                        v.norm()))
                .toList();
        return problem.withData(spectra, vectors, problem.samples(), problem.fields());
    }

    private Optional<Expression> share(Declaration.Vectors vectors, Index block, Declaration.Spectrum first) {
        return vectors.share()
                .map(share -> share.equals(first.weight())
                        ? named(share, block, "weight", "fraction of the directions in a block")
                        : named(share, block, vectors.name() + "_share", "share of " + vectors.name() + " in a block"));
    }

    /** The name, if the expression is a list; what depends on the class of a sample is written out for each class. */
    private Expression named(Expression value, Index block, String wanted, String meaning) {
        boolean listed = Expansion.contains(value, Delta.class::isInstance);
        boolean random = Expansion.contains(value, e -> e instanceof Symbol s && s.kind() == Kind.RANDOM);
        if (!listed || random) {
            return value;
        }
        String key = "blocks " + wanted + " " + value.hashCode();
        if (!table.knows(key)) {
            table.name(key, wanted, List.of(block), value, meaning);
        }
        return table.at(key, List.of(block));
    }
}
