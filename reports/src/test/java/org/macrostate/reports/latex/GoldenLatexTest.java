package org.macrostate.reports.latex;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.matrix.MatrixForm;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.PaperWidth;
import org.macrostate.reports.typeset.EquationLine;
import org.macrostate.reports.typeset.MatrixTypesetter;
import org.macrostate.reports.typeset.Typesetter;

/**
 * The LaTeX of three models, held to files that were read, compared with the published equations and accepted. Whoever
 * changes how formulas are set reads the new file again, compiled, before it takes the place of the old one.
 */
class GoldenLatexTest {
    @ParameterizedTest
    @ValueSource(strings = {"linear-vae", "oja", "perceptron"})
    void the_equations_look_as_accepted(String model) throws IOException {
        assertEquals(accepted(model), latex(model));
    }

    private static String latex(String model) {
        OrderParameterSystem system = Derivation.of(BundledModels.problem(model));
        Typesetter typesetter = Typesetter.of(system.problem());
        List<EquationLine> equations = new ArrayList<>();
        system.equations()
                .forEach(e -> equations.add(
                        typesetter.of(e).labelled("eq:d" + e.variable().name())));
        List<EquationLine> parts =
                new ArrayList<>(system.pieces().stream().map(typesetter::of).toList());
        List<EquationLine> matrices = new ArrayList<>();
        MatrixForm.of(system)
                .ifPresent(form -> form.equations().forEach(e -> matrices.add(new MatrixTypesetter(typesetter).of(e))));
        List<Block> displays = new ArrayList<>();
        for (List<EquationLine> lines : List.of(equations, parts, matrices)) {
            if (!lines.isEmpty()) {
                displays.add(new Block.EquationBlock(lines));
            }
        }
        return LatexFragment.equations(displays, model, PaperWidth.TEXT);
    }

    private static String accepted(String model) throws IOException {
        try (InputStream file = GoldenLatexTest.class.getResourceAsStream(model + ".tex")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Prints what would have to be accepted. */
    public static void main(String[] models) {
        for (String model : models) {
            System.out.print(latex(model));
        }
    }
}
