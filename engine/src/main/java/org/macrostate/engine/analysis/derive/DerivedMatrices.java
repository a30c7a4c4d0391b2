package org.macrostate.engine.analysis.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.matrix.MatrixForm;
import org.macrostate.reports.latex.MathLatex;
import org.macrostate.reports.table.MathUnicode;
import org.macrostate.reports.typeset.EquationLine;
import org.macrostate.reports.typeset.Layout;
import org.macrostate.reports.typeset.MatrixTypesetter;
import org.macrostate.reports.typeset.Typesetter;

/** A derived system in matrix form, where it has one. */
public final class DerivedMatrices {
    private DerivedMatrices() {}

    /** A section of plain text; it says so if there is no such form. */
    public static String text(OrderParameterSystem system) {
        Optional<MatrixForm> form = MatrixForm.of(system);
        return form.isEmpty()
                ? "\nno matrix form: not every sum over indices is a product of matrices, or there are no matrices\n"
                : "\nmatrix form; T transposes, I is the identity\n"
                        + lines(system, form.get()).stream()
                                .map(line -> "  " + MathUnicode.of(Layout.equation(line.left(), line.right())) + "\n")
                                .collect(Collectors.joining());
    }

    /** An {@code align*} for amsmath, or a comment if there is no such form. */
    public static String latex(OrderParameterSystem system) {
        Optional<MatrixForm> form = MatrixForm.of(system);
        return form.isEmpty()
                ? "% no matrix form: not every sum over indices is a product of matrices, or there are no matrices\n"
                : lines(system, form.get()).stream()
                        .map(line -> "  " + MathLatex.of(line.left()) + " &= " + MathLatex.of(line.right()))
                        .collect(Collectors.joining(" \\\\\n", "\\begin{align*}\n", "\n\\end{align*}\n"));
    }

    private static List<EquationLine> lines(OrderParameterSystem system, MatrixForm form) {
        MatrixTypesetter matrices = new MatrixTypesetter(Typesetter.of(system.problem()));
        List<EquationLine> lines = new ArrayList<>();
        form.pieces().forEach(p -> lines.add(matrices.of(p)));
        form.equations().forEach(e -> lines.add(matrices.of(e)));
        return lines;
    }
}
