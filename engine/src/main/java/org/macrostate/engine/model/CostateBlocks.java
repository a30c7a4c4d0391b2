package org.macrostate.engine.model;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.equations.adjoint.SwitchingFunction;
import org.macrostate.equations.derive.Equation;
import org.macrostate.equations.tensor.Index;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.typeset.EquationLine;
import org.macrostate.reports.typeset.Layout;
import org.macrostate.reports.typeset.Typesetter;

/** Costate formulas as paragraphs and displays of a report. */
record CostateBlocks(CostateFormulas formulas, Typesetter typesetter) {
    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(paragraph("With costates p, the Hamiltonian is"));
        blocks.add(new Block.EquationBlock(List.of(new EquationLine(Layout.italic("H"), hamiltonian(), ""))));
        if (formulas.hasSymmetric()) {
            blocks.add(paragraph("where " + CostateFormulas.SYMMETRIC + "."));
        }
        if (!formulas.agrees()) {
            blocks.add(paragraph("Attention: " + CostateFormulas.DISAGREES + "."));
        }
        if (!formulas.costates().parts().isEmpty()) {
            blocks.add(paragraph("Its derivatives by the named parts are"));
            blocks.add(new Block.EquationBlock(formulas.parts().stream()
                    .map(line -> new EquationLine(
                            typesetter.indexed(line.name(), line.places()), typesetter.of(line.right()), ""))
                    .toList()));
        }
        blocks.add(paragraph("The costates obey"));
        blocks.add(new Block.EquationBlock(formulas.equations().stream()
                .map(line -> new EquationLine(
                        rate(typesetter.indexed(line.name(), line.places())), typesetter.of(line.right()), ""))
                .toList()));
        blocks.add(paragraph(
                "With a goal at a fixed end they end at its gradient by the state; at a time of first passage of g, at"
                        + " minus the gradient of g over the rate of g."));
        for (SwitchingFunction control : formulas.controls()) {
            switching(control, blocks);
        }
        return blocks;
    }

    /** The sum of costates times rates, which stand in equations of their own. */
    private Layout hamiltonian() {
        if (formulas.expanded()) {
            return typesetter.of(formulas.shown(formulas.costates().hamiltonian()));
        }
        List<Layout> parts = new ArrayList<>();
        List<Equation> rates = formulas.costates().system().equations();
        for (int i = 0; i < rates.size(); i++) {
            if (i > 0) {
                parts.add(new Layout.Sign("+", Layout.Role.BINARY));
            }
            Equation costate = formulas.costates().equations().get(i);
            for (Index index : costate.variable().indices()) {
                parts.add(new Layout.BigSum(List.of(Layout.italic(index.name())), typesetter.of(index.extent())));
            }
            parts.add(typesetter.of(costate.variable().symbol()));
            parts.add(new Layout.Juxtaposed());
            parts.add(rate(
                    typesetter.of(rates.get(i).variable().at(costate.variable().indices()))));
        }
        if (!formulas.costates().cost().isZero()) {
            parts.add(new Layout.Sign("+", Layout.Role.BINARY));
            parts.add(new Layout.Fenced("(", typesetter.of(formulas.costates().cost()), ")"));
        }
        return Layout.row(parts);
    }

    private void switching(SwitchingFunction control, List<Block> blocks) {
        Layout symbol = typesetter.name(control.parameter());
        blocks.add(new Block.Paragraph(
                Prose.text("The switching function of ").andMath(symbol).and(" is")));
        Layout partial = Layout.upright("∂");
        blocks.add(new Block.EquationBlock(List.of(new EquationLine(
                new Layout.Fraction(Layout.row(partial, Layout.italic("H")), Layout.row(partial, symbol)),
                typesetter.of(formulas.shown(control.value())),
                ""))));
        Prose degree = Prose.text("The Hamiltonian is " + control.degree().words() + " in ")
                .andMath(symbol);
        if (control.singular().isEmpty()) {
            blocks.add(new Block.Paragraph(degree.and(".")));
            return;
        }
        blocks.add(new Block.Paragraph(
                degree.and("; inside its range an optimal control is the singular one, a minimum of the"
                        + " Hamiltonian where b is positive,")));
        Layout star = new Layout.Script(symbol, Layout.empty(), new Layout.Sign("*", Layout.Role.CLOSE));
        Layout ratio = Layout.row(
                new Layout.Sign("−", Layout.Role.PREFIX), new Layout.Fraction(Layout.italic("a"), Layout.italic("b")));
        blocks.add(new Block.EquationBlock(List.of(
                new EquationLine(star, ratio, ""),
                new EquationLine(
                        Layout.italic("a"),
                        typesetter.of(formulas.shown(control.slope().orElseThrow())),
                        ""),
                new EquationLine(
                        Layout.italic("b"),
                        typesetter.of(formulas.shown(control.curvature().orElseThrow())),
                        ""))));
    }

    private static Layout rate(Layout symbol) {
        Layout d = Layout.upright("d");
        return new Layout.Fraction(Layout.row(d, symbol), Layout.row(d, Layout.italic("t")));
    }

    private static Block paragraph(String words) {
        return new Block.Paragraph(Prose.text(words));
    }
}
