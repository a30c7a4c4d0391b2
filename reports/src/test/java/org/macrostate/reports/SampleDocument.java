package org.macrostate.reports;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.Equation;
import org.macrostate.equations.derive.Formula;
import org.macrostate.equations.derive.NamedTerm;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.derive.Step;
import org.macrostate.equations.derive.StepLine;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Document;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.document.Reference;
import org.macrostate.reports.document.Section;
import org.macrostate.reports.figure.Axis;
import org.macrostate.reports.figure.Csv;
import org.macrostate.reports.figure.Dash;
import org.macrostate.reports.figure.Figure;
import org.macrostate.reports.figure.Label;
import org.macrostate.reports.figure.Layer;
import org.macrostate.reports.figure.PgfFigure;
import org.macrostate.reports.figure.SvgFigure;
import org.macrostate.reports.typeset.EquationLine;
import org.macrostate.reports.typeset.Layout;
import org.macrostate.reports.typeset.NumberLayout;
import org.macrostate.reports.typeset.StatementLayout;
import org.macrostate.reports.typeset.Typesetter;

/** A report with everything a report may hold, about models that come with the program. */
public final class SampleDocument {
    public static final String HOSTILE =
            "50% of a_b & c^2 # $x$ \\input{/etc/passwd} \\write18{ls} <script>alert(1)</script>"
                    + " \u202Eabc\u200F ~ { } ρ→∞ „Zitat“ 漢字 \"q\" 'x' --set ?` \u0007 ]]> &amp; \\end{document} x\\\\y";

    private SampleDocument() {}

    public static Figure figure() {
        double[] t = {0, 1, 2, 3};
        double[] y = {1, 0.5, 0.25, 0.125};
        Csv csv = new Csv("curve.csv", "t", "q");
        return Figure.of(
                Axis.linear(Label.symbol("t", "t")),
                Axis.linear(Label.symbol("q", "q")),
                List.of(new Layer.Curve(Label.text("decay"), csv, t, y, Dash.SOLID, 0)),
                "A curve");
    }

    public static final String CSV = "t,q\r\n0,1\r\n1,0.5\r\n2,0.25\r\n3,0.125\r\n";

    public static String figureTex() {
        return PgfFigure.render(figure());
    }

    /** With one section for each model, and text that would act if it were not escaped. */
    public static Document of(String... models) {
        List<Section> sections = new ArrayList<>();
        for (String model : models) {
            sections.add(theory(Derivation.of(BundledModels.problem(model))));
        }
        sections.add(everything());
        return new Document(
                "Report: " + HOSTILE,
                Prose.text(HOSTILE).andMath(Layout.italic("ρ")),
                sections,
                List.of(Reference.of("arXiv:2310.15440"), Reference.of(HOSTILE)),
                HOSTILE);
    }

    private static Section theory(OrderParameterSystem system) {
        Typesetter typesetter = Typesetter.of(system.problem());
        String name = system.problem().name();
        List<EquationLine> equations = new ArrayList<>();
        for (Equation e : system.equations()) {
            equations.add(
                    typesetter.of(e).labelled("eq:" + name + ":" + e.variable().name()));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(
                Prose.text("The equations ").andRef(equations.get(0).label()).and(" ff. hold.")));
        blocks.add(new Block.EquationBlock(equations));
        for (NamedTerm p : system.pieces()) {
            blocks.add(new Block.EquationBlock(List.of(typesetter.of(p))));
        }
        for (Formula f : system.observables()) {
            blocks.add(new Block.EquationBlock(
                    List.of(new EquationLine(typesetter.name(f.name()), typesetter.of(f.value()), ""))));
        }
        for (Step step : system.steps()) {
            blocks.add(new Block.Paragraph(Prose.text(step.title() + ": " + step.rule())));
            List<EquationLine> lines = new ArrayList<>();
            for (StepLine line : step.lines()) {
                lines.add(StatementLayout.line(line.left(), typesetter.of(line.right()), typesetter));
            }
            if (!lines.isEmpty()) {
                blocks.add(new Block.EquationBlock(lines));
            }
        }
        return new Section(name, "sec:" + name, blocks, List.of());
    }

    private static Section everything() {
        List<List<Prose>> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rows.add(List.of(Prose.text(i == 3 ? HOSTILE : "Q"), Prose.number(1.2e-7 * (i + 1), 3)));
        }
        List<Block.Column> columns = List.of(Block.Column.left("quantity"), Block.Column.right("value"));
        return Section.of(
                HOSTILE,
                "sec:" + HOSTILE,
                new Block.Paragraph(Prose.text("See ")
                        .andRef("fig:curve")
                        .and(", ")
                        .andRef("tab:long")
                        .and(", ")
                        .andRef("sec:" + HOSTILE)
                        .and(" and ")
                        .andCite("arXiv:2310.15440")
                        .andCode(HOSTILE)
                        .andEmphasis(HOSTILE)
                        .andLink(HOSTILE, "javascript:alert(1)")
                        .andLink("a link", "https://example.org/a_b%20c#d")),
                new Block.FigureBlock(
                        "fig:curve", Prose.text(HOSTILE), "figures/curve.tex", SvgFigure.render(figure())),
                new Block.TableBlock("tab:long", Prose.text(HOSTILE), columns, rows),
                new Block.TableBlock("tab:short", Prose.text("Short"), columns, rows.subList(0, 5)),
                new Block.CodeBlock("macrostate study " + HOSTILE + "\n  --out " + "x".repeat(200)),
                new Block.ListBlock(List.of(Prose.text(HOSTILE), Prose.math(NumberLayout.of(-1.2e-7, 3))), true));
    }
}
