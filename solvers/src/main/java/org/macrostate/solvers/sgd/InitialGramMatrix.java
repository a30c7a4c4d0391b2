package org.macrostate.solvers.sgd;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.FixedOverlaps;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;

/** Overlap matrices of all vectors at the start of a run, B·r·r block by block and row by row. */
final class InitialGramMatrix {
    private static final double ROUNDING = 1e-10;

    private InitialGramMatrix() {}

    /**
     * The given overlaps among fixed vectors, zero elsewhere.
     *
     * @throws BadInput if no vectors have these overlaps
     */
    static double[] fixed(BoundModel model, double[] parameters) {
        VectorSet vectors = model.vectors();
        int r = vectors.count();
        double[] gram = new double[model.blocks() * r * r];
        for (Declaration.Vectors family : vectors.families()) {
            for (Declaration.Vectors other : vectors.families()) {
                if (family.fixed().isPresent() && other.fixed().isPresent()) {
                    fill(model, parameters, family, other, gram);
                }
            }
        }
        for (int b = 0; b < model.blocks(); b++) {
            check(block(gram, r, b), r, vectors.fixed(), "the overlaps of the fixed vectors are");
        }
        double[] norms = model.norms(parameters);
        for (int i = 0; i < r; i++) {
            if (norms[i] > 0) {
                gram[i * r + i] = norms[i] * norms[i];
            }
        }
        return gram;
    }

    /** One block's r·r overlaps. */
    static double[] block(double[] gram, int r, int block) {
        return java.util.Arrays.copyOfRange(gram, block * r * r, (block + 1) * r * r);
    }

    private static void fill(
            BoundModel model,
            double[] parameters,
            Declaration.Vectors family,
            Declaration.Vectors other,
            double[] gram) {
        VectorSet vectors = model.vectors();
        int r = vectors.count();
        List<Expression> values = new ArrayList<>();
        List<Integer> targets = new ArrayList<>();
        for (int b = 0; b < model.blocks(); b++) {
            Expression share = share(family, b);
            for (List<Integer> k : vectors.places(family.name())) {
                for (List<Integer> l : vectors.places(other.name())) {
                    List<Position> i = k.stream().map(Position::new).toList();
                    List<Position> j = l.stream().map(Position::new).toList();
                    values.add(share.times(FixedOverlaps.of(family, i, other, j)));
                    targets.add((b * r + vectors.number(family.name(), k)) * r + vectors.number(other.name(), l));
                }
            }
        }
        double[] numbers = model.constants(values, parameters);
        for (int i = 0; i < numbers.length; i++) {
            gram[targets.get(i)] = numbers[i];
        }
    }

    private static Expression share(Declaration.Vectors family, int block) {
        return family.share()
                .map(s -> Substitution.indices(Map.<String, IndexTerm>of("b", new Position(block + 1)))
                        .in(s))
                .orElse(Rational.ONE);
    }

    /**
     * Refuses overlaps that no vectors have.
     *
     * @param order how many of the r vectors to look at, from the first
     * @throws BadInput that names the negative eigenvalue
     */
    static void check(double[] gram, int r, int order, String role) {
        if (order == 0) {
            return;
        }
        Array2DRowRealMatrix matrix = new Array2DRowRealMatrix(order, order);
        for (int i = 0; i < order; i++) {
            for (int j = 0; j < order; j++) {
                matrix.setEntry(i, j, gram[i * r + j]);
            }
        }
        double[] eigenvalues = new EigenDecompositionSymmetric(matrix).getEigenvalues();
        double largest = eigenvalues[0];
        double smallest = eigenvalues[order - 1];
        if (!(smallest >= -ROUNDING * Math.max(1, largest))) {
            throw new BadInput(
                    role + " no Gram matrix of real vectors: its smallest eigenvalue must be nonnegative, was "
                            + (float) smallest);
        }
    }
}
