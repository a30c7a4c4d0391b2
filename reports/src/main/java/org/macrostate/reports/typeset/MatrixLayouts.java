package org.macrostate.reports.typeset;

import java.util.List;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.MatrixFunction;

/**
 * Functions of matrices: {@code max_π Σ_((k,a) ∈ π) |m_ka|} over pairings π of rows and columns, {@code ‖m_ka‖_*} for the sum of
 * singular values, and their derivatives.
 */
final class MatrixLayouts {
    private static final Layout PAIRING = Layout.italic("π");

    private final Typesetter typesetter;

    MatrixLayouts(Typesetter typesetter) {
        this.typesetter = typesetter;
    }

    Layout of(Apply a) {
        Layout first = typesetter.factor(MatrixFunction.entry(a, 0));
        return switch (a.function()) {
            case BEST_PAIRING ->
                Layout.row(new Layout.Script(Layout.upright("max"), PAIRING, Layout.empty()), over(a, PAIRING), first);
            case PAIRED_SUM -> Layout.row(over(a, optimal(a)), first);
            case NUCLEAR_NORM -> norm(first);
            case POLAR_SUM -> Layout.row(sum(MatrixFunction.row(a)), sum(MatrixFunction.column(a)), polar(a), first);
            default -> throw new IllegalArgumentException("no function of matrices: " + a.function());
        };
    }

    /** Σ over the pairs of a pairing. */
    private static Layout over(Apply a, Layout pairing) {
        Layout pair = Layout.row(
                Names.index(MatrixFunction.row(a)),
                new Layout.Sign(",", Layout.Role.PUNCTUATION),
                Names.index(MatrixFunction.column(a)));
        Layout in = Layout.row(Brackets.around(pair), new Layout.Sign("∈", Layout.Role.RELATION), pairing);
        return new Layout.BigSum(List.of(in), Layout.empty());
    }

    /** The pairing that is best of the second matrix. */
    private Layout optimal(Apply a) {
        Layout of = typesetter.of(MatrixFunction.entry(a, 1));
        return Layout.row(PAIRING, new Layout.Fenced("[", of, "]"));
    }

    private static Layout norm(Layout entry) {
        return new Layout.Script(
                new Layout.Fenced("‖", entry, "‖"), new Layout.Sign("∗", Layout.Role.CLOSE), Layout.empty());
    }

    private Layout sum(Index index) {
        return new Layout.BigSum(List.of(Names.index(index)), typesetter.of(index.extent()));
    }

    /** An element of the polar factor. */
    private Layout polar(Apply a) {
        Layout of = typesetter.of(MatrixFunction.entry(a, 1));
        Layout factor = Layout.row(Layout.italic("U"), new Layout.Fenced("[", of, "]"));
        return new Layout.Indexed(
                factor,
                Layout.empty(),
                List.of(Names.index(MatrixFunction.row(a)), Names.index(MatrixFunction.column(a))));
    }
}
