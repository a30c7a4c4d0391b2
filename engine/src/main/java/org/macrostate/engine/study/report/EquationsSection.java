package org.macrostate.engine.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.engine.model.NotationText;
import org.macrostate.engine.report.FormulaPhrases;
import org.macrostate.equations.derive.Equation;
import org.macrostate.equations.derive.Formula;
import org.macrostate.equations.derive.NamedTerm;
import org.macrostate.equations.derive.Notation;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.derive.PaperNotation;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.matrix.MatrixForm;
import org.macrostate.equations.model.Dynamics;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Index;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.document.Section;
import org.macrostate.reports.typeset.EquationLine;
import org.macrostate.reports.typeset.Layout;
import org.macrostate.reports.typeset.MatrixTypesetter;
import org.macrostate.reports.typeset.Typesetter;

/** The order-parameter equations in index form. */
final class EquationsSection {
    private EquationsSection() {}

    static Section of(ReportInput input) {
        OrderParameterSystem computed = input.subject().system();
        OrderParameterSystem system =
                PaperNotation.of(computed).map(PaperNotation::system).orElse(computed);
        Typesetter typesetter = input.typesetter();
        List<Block> blocks = new ArrayList<>();
        boolean derived = !(input.problem().dynamics() instanceof Dynamics.Flow);
        if (derived) {
            blocks.add(paragraph(order(system, typesetter)));
        }
        Prose opening = derived
                ? Prose.text("In the limit ")
                        .andMath(Layout.row(
                                Layout.italic("N"),
                                new Layout.Sign("→", Layout.Role.RELATION),
                                new Layout.Sign("∞", Layout.Role.CLOSE)))
                        .and(", in the time ")
                        .andMath(Layout.italic("t"))
                        .and(" that counts steps divided by ")
                        .andMath(Layout.italic("N"))
                        .and(", they obey, for any numbers of copies,")
                : Prose.text("The state obeys");
        blocks.add(paragraph(opening));
        List<EquationLine> lines = new ArrayList<>();
        for (Equation equation : system.equations()) {
            lines.add(typesetter
                    .of(equation)
                    .labelled("eq:d" + equation.variable().name()));
        }
        blocks.add(new Block.EquationBlock(lines));
        Optional<Notation> notation = NotationText.of(computed);
        notation.ifPresent(n -> blocks.addAll(NotationText.blocks(n, typesetter)));
        if (!system.shownPieces().isEmpty()) {
            blocks.add(paragraph(Prose.text(
                    notation.isPresent()
                            ? "The averages over a fresh sample, in this notation, are"
                            : "with the averages over a fresh sample")));
            blocks.add(new Block.EquationBlock(
                    system.shownPieces().stream().map(typesetter::of).toList()));
        }
        if (!computed.numericalPieces().isEmpty()) {
            Optional<PaperNotation> form = PaperNotation.of(computed);
            List<Prose> names = computed.numericalPieces().stream()
                    .map(piece -> Prose.math(form.map(f -> typesetter.of(f.shown(piece)))
                            .orElse(typesetter.indexed(piece.name(), piece.indices()))))
                    .distinct()
                    .toList();
            List<Prose> rules = computed.numericalPieces().stream()
                    .map(NamedTerm::rule)
                    .distinct()
                    .map(Prose::text)
                    .toList();
            blocks.add(paragraph(Prose.text("No closed form is known for ")
                    .and(FormulaPhrases.list(names))
                    .and(": wherever they occur they are integrated numerically, by ")
                    .and(FormulaPhrases.list(rules))
                    .and(".")));
            List<Prose> tables = system.tables().stream()
                    .map(table -> Prose.math(typesetter.indexed(
                                    table.name(),
                                    List.of(new Index(
                                            "i", Expression.of(table.values().size())))))
                            .and(" (" + table.meaning() + ")"))
                    .toList();
            if (!tables.isEmpty()) {
                blocks.add(paragraph(Prose.text("Sums run over nodes and weights that are plain numbers: ")
                        .and(FormulaPhrases.list(tables))
                        .and(".")));
            }
        }
        if (derived) {
            blocks.add(paragraph(Prose.text(
                    "The terms of second order in the rates are what separates stochastic gradient descent from gradient "
                            + "flow: they come with the squared length of a sample per dimension.")));
        }
        MatrixForm.of(computed).ifPresent(form -> matrices(form, typesetter, blocks));
        observables(system, typesetter, blocks);
        return new Section(derived ? "Order-parameter equations" : "Equations", "equations", blocks, List.of());
    }

    /** The same again without indices; equations that have no such form stay where they are. */
    private static void matrices(MatrixForm form, Typesetter typesetter, List<Block> blocks) {
        MatrixTypesetter matrices = new MatrixTypesetter(typesetter);
        Prose left = form.left().isEmpty()
                ? Prose.EMPTY
                : Prose.text(" but for ")
                        .and(FormulaPhrases.list(form.left().stream()
                                .map(e -> Prose.text("equation ")
                                        .andRef("eq:d" + e.variable().name()))
                                .toList()));
        blocks.add(paragraph(Prose.text("In matrix form")
                .and(left)
                .and(", compared with the above element by element at random numbers, this is")));
        List<EquationLine> lines = new ArrayList<>();
        form.equations().forEach(e -> lines.add(matrices.of(e).labelled("eq:matrix-d" + e.name())));
        blocks.add(new Block.EquationBlock(lines));
        if (!form.pieces().isEmpty()) {
            blocks.add(paragraph(Prose.text("with")));
            blocks.add(new Block.EquationBlock(
                    form.pieces().stream().map(matrices::of).toList()));
        }
    }

    private static Block paragraph(Prose prose) {
        return new Block.Paragraph(prose);
    }

    private static Prose order(OrderParameterSystem system, Typesetter typesetter) {
        List<Prose> overlaps = new ArrayList<>();
        List<Prose> numbers = new ArrayList<>();
        for (StateVariable variable : system.variables()) {
            Layout symbol = typesetter.indexed(variable.name(), variable.indices());
            if (!variable.isOverlap()) {
                numbers.add(Prose.math(symbol));
                continue;
            }
            boolean declared = !variable.name().contains(".");
            Layout product = new Layout.Fraction(
                    Layout.row(
                            vector(typesetter, variable, 0),
                            new Layout.Sign("·", Layout.Role.BINARY),
                            vector(typesetter, variable, 1)),
                    Layout.italic("N"));
            overlaps.add(Prose.math(declared ? Layout.equation(symbol, product) : symbol));
        }
        Prose prose =
                Prose.text("The macroscopic state consists of the overlaps ").and(FormulaPhrases.list(overlaps));
        if (!numbers.isEmpty()) {
            prose = prose.and(", and of the trained numbers ").and(FormulaPhrases.list(numbers));
        }
        return prose.and(".");
    }

    private static Layout vector(Typesetter typesetter, StateVariable variable, int side) {
        String family = side == 0 ? variable.left() : variable.right();
        int indices = variable.indices().size();
        return indices == 2
                ? typesetter.indexed(family, variable.indices().subList(side, side + 1))
                : typesetter.indexed(family, List.of());
    }

    private static void observables(OrderParameterSystem system, Typesetter typesetter, List<Block> blocks) {
        if (system.observables().isEmpty()) {
            return;
        }
        blocks.add(paragraph(Prose.text("Observed is")));
        List<EquationLine> lines = new ArrayList<>();
        for (Formula formula : system.observables()) {
            lines.add(new EquationLine(typesetter.name(formula.name()), typesetter.of(formula.value()), ""));
        }
        blocks.add(new Block.EquationBlock(lines));
    }
}
