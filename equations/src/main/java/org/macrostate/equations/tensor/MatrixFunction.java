package org.macrostate.equations.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.BadInput;

/**
 * Functions of a matrix of expressions, as overlaps of latents with signals are compared up to their order, signs and
 * rotations: {@code BestPairing[Abs[m[k,a]], {k, M}, {a, Ms}]} is {@code max_π Σ_k |m_kπ(k)|} over injective pairings of
 * min(M, Ms) rows and columns; {@code NuclearNorm[m[k,a], {k, M}, {a, Ms}]} is {@code max_O tr(Oᵀm)} over all O with
 * orthonormal rows or columns, the sum of singular values (R. Bhatia, Matrix Analysis, Springer 1997, section IV.2). Their
 * directional derivatives are {@link Function#PAIRED_SUM} and {@link Function#POLAR_SUM}.
 */
public final class MatrixFunction {
    /** No more pairings than those of four rows and columns are written out. */
    private static final int MOST_PAIRINGS = 24;

    private MatrixFunction() {}

    public static boolean is(Function function) {
        return switch (function) {
            case BEST_PAIRING, PAIRED_SUM, NUCLEAR_NORM, POLAR_SUM -> true;
            case EXP, LOG, SIN, COS, TAN, ARC_SIN, ARC_COS, ARC_TAN, SINH, COSH, TANH, ERF, ABS, SIGN -> false;
            case UNIT_STEP, RAMP, MIN, MAX, MOD, FLOOR, LESS, LESS_EQUAL, EQUAL, AND, OR, NOT, IF -> false;
            case VARIANCE_INVERSE, VARIANCE_ROOT, VARIANCE_INVERSE_ROOT, DENSITY_AT_ZERO, SIGN_MEAN -> false;
            case MEAN_OF_SIGNS, GAUSSIAN_MEAN, STOP_GRADIENT, MEAN -> false;
        };
    }

    public static boolean is(Apply apply) {
        return is(apply.function());
    }

    /**
     * A function of matrices over the same two indices.
     *
     * @param entries of its matrices: one, or of {@code PairedSum} and {@code PolarSum} two
     */
    public static Apply of(Function function, Index row, Index column, List<Expression> entries) {
        return (Apply) Apply.of(
                function,
                entries.stream()
                        .map(e -> (Expression) IndexList.of(row, IndexList.of(column, e)))
                        .toList());
    }

    /** The index of rows of the first matrix. */
    public static Index row(Apply apply) {
        return rows(apply, 0).index();
    }

    /** The index of columns of the first matrix. */
    public static Index column(Apply apply) {
        return columns(apply, 0).index();
    }

    /** An element of a matrix, in the indices of the first. */
    public static Expression entry(Apply apply, int matrix) {
        Expression entry = columns(apply, matrix).body();
        if (matrix == 0) {
            return entry;
        }
        Index i = Fresh.index(row(apply).extent());
        Index j = Fresh.index(column(apply).extent());
        Expression apart = Substitution.index(columns(apply, matrix).index(), j)
                .in(Substitution.index(rows(apply, matrix).index(), i).in(entry));
        return Substitution.index(j, column(apply))
                .in(Substitution.index(i, row(apply)).in(apart));
    }

    private static IndexList rows(Apply apply, int matrix) {
        return (IndexList) apply.arguments().get(matrix);
    }

    private static IndexList columns(Apply apply, int matrix) {
        return (IndexList) rows(apply, matrix).body();
    }

    /** A matrix of the function as expressions at positions. */
    public static List<List<Expression>> entries(Apply apply, int matrix, int rows, int columns) {
        List<List<Expression>> all = new ArrayList<>();
        for (int i = 1; i <= rows; i++) {
            List<Expression> row = new ArrayList<>();
            Expression inRow = Substitution.index(row(apply), new Position(i)).in(entry(apply, matrix));
            for (int j = 1; j <= columns; j++) {
                row.add(Substitution.index(column(apply), new Position(j)).in(inRow));
            }
            all.add(row);
        }
        return all;
    }

    /** {@code BestPairing[f, {k, M}, {a, Ms}]}, which parses back. */
    static String text(Apply apply) {
        StringBuilder text = new StringBuilder(apply.function().text()).append('[');
        for (int i = 0; i < apply.arguments().size(); i++) {
            text.append(ExpressionText.of(entry(apply, i))).append(", ");
        }
        return text.append(iterator(row(apply)))
                .append(", ")
                .append(iterator(column(apply)))
                .append(']')
                .toString();
    }

    private static String iterator(Index index) {
        return "{" + index.name() + ", " + ExpressionText.of(index.extent()) + "}";
    }

    /** @param inner derivatives of the matrices, zero or lists of lists */
    static Expression derivative(Apply apply, List<Expression> inner) {
        Expression first = apply.arguments().get(0);
        return switch (apply.function()) {
            case BEST_PAIRING -> Apply.of(Function.PAIRED_SUM, inner.get(0), first);
            case NUCLEAR_NORM -> Apply.of(Function.POLAR_SUM, inner.get(0), first);
            case PAIRED_SUM ->
                first.isZero() || inner.get(0).isZero()
                        ? Rational.ZERO
                        : Apply.of(
                                Function.PAIRED_SUM,
                                inner.get(0),
                                apply.arguments().get(1));
            default -> throw new BadInput("'" + apply.function().text() + "' has no derivative here");
        };
    }

    /** The sum of singular values of a small matrix, with a slope also where one of them vanishes; empty of a large one. */
    public static Optional<Expression> clampedNorm(List<List<Expression>> matrix) {
        return SingularValues.clamped(matrix);
    }

    /**
     * The function written out in sums, maxima and roots; empty of a large matrix.
     *
     * @param matrices its one or two matrices, all rows of one length
     */
    public static Optional<Expression> expanded(Function function, List<List<List<Expression>>> matrices) {
        List<List<Expression>> first = matrices.get(0);
        return switch (function) {
            case BEST_PAIRING -> Pairings.best(first, MOST_PAIRINGS);
            case PAIRED_SUM -> Pairings.paired(first, matrices.get(1), MOST_PAIRINGS);
            case NUCLEAR_NORM -> SingularValues.sum(first);
            case POLAR_SUM -> SingularValues.slope(first, matrices.get(1));
            default -> throw new IllegalArgumentException(function.text());
        };
    }
}
