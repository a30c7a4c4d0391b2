package org.macrostate.engine.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.output.ExpressionTree;
import org.macrostate.equations.adjoint.CostateCheck;
import org.macrostate.equations.adjoint.CostateSystem;
import org.macrostate.equations.adjoint.SwitchingFunction;
import org.macrostate.equations.derive.Equation;
import org.macrostate.equations.derive.NamedTerm;
import org.macrostate.equations.graph.Places;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Position;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.typeset.EquationLine;
import org.macrostate.reports.typeset.Layout;
import org.macrostate.reports.typeset.Typesetter;

/**
 * The Hamiltonian of a system, its costate equations, switching functions and singular controls, as text, as blocks of a report
 * and as JSON.
 *
 * @param controls parameters that are told of
 * @param agrees whether the formulas agree with the compiled system at random points
 * @param expanded whether with sizes bound, one formula for each element
 */
public record CostateText(
        CostateSystem costates, List<SwitchingFunction> controls, boolean agrees, Sizes sizes, boolean expanded) {
    private static final String END =
            "at the end of [0, T] p = dphi/dX for a goal phi(X(T)); at a time of first passage of g through a level"
                    + " p = -grad g/(dg/dt)";
    private static final String SYMMETRIC =
            "the costate of a symmetric overlap is a symmetric matrix, and H sums over all its entries: off the diagonal an entry"
                    + " is half the derivative of the goal by the overlap";
    private static final String DISAGREES =
            "these formulas do not agree with the compiled system at random points: do not use them";

    public CostateText {
        controls = List.copyOf(controls);
    }

    /**
     * Derives and checks them.
     *
     * @param names of parameters; empty for all that the Hamiltonian contains
     * @throws org.macrostate.equations.BadInput if a function in the equations has no derivative in closed form
     */
    public static CostateText of(CostateSystem costates, List<String> names, Sizes sizes, boolean expanded) {
        List<SwitchingFunction> controls = names.isEmpty()
                ? costates.switching()
                : names.stream()
                        .flatMap(name -> costates.switching(name).stream())
                        .toList();
        return new CostateText(costates, controls, CostateCheck.agrees(costates, controls, sizes), sizes, expanded);
    }

    /** A formula with what stands on its left. */
    private record Line(String name, List<IndexTerm> places, Expression right) {
        String label() {
            return ExpressionText.indexed(name, places);
        }
    }

    private List<Line> lines(String name, List<Index> indices, Expression value) {
        if (!expanded) {
            return List.of(new Line(name, List.copyOf(indices), value));
        }
        Unrolled unrolled = new Unrolled(costates.joined(), sizes);
        return Places.all(indices, sizes).stream()
                .map(place -> new Line(name, positions(place), unrolled.at(indices, place, value)))
                .toList();
    }

    private static List<IndexTerm> positions(List<Integer> place) {
        return place.stream().map(Position::new).map(IndexTerm.class::cast).toList();
    }

    private Expression shown(Expression e) {
        return expanded ? new Unrolled(costates.joined(), sizes).at(List.of(), List.of(), e) : e;
    }

    private List<Line> parts() {
        List<Line> all = new ArrayList<>();
        for (NamedTerm part : costates.parts()) {
            all.addAll(lines(part.name(), part.indices(), part.value()));
        }
        return all;
    }

    private List<Line> equations() {
        List<Line> all = new ArrayList<>();
        for (Equation equation : costates.equations()) {
            String name = equation.variable().name();
            if (!expanded) {
                all.add(new Line(name, List.copyOf(equation.variable().indices()), equation.rate()));
                continue;
            }
            Unrolled unrolled = new Unrolled(costates.joined(), sizes);
            for (List<Integer> place : Places.all(equation.variable(), sizes)) {
                all.add(new Line(
                        name, positions(place), unrolled.at(equation.variable().indices(), place, equation.rate())));
            }
        }
        return all;
    }

    private boolean hasSymmetric() {
        return costates.equations().stream()
                .anyMatch(equation -> equation.variable().symmetric()
                        && equation.variable().indices().size()
                                > equation.variable().blockPlaces() + 1);
    }

    /** Sections of plain text; right sides parse back. */
    public String text() {
        StringBuilder text = new StringBuilder("\nHamiltonian and costates; " + END + "\n");
        if (hasSymmetric()) {
            text.append("  (").append(SYMMETRIC).append(")\n");
        }
        if (!agrees) {
            text.append("  ").append(DISAGREES).append("\n");
        }
        text.append("  H = ")
                .append(ExpressionText.of(shown(costates.hamiltonian())))
                .append("\n");
        if (!costates.parts().isEmpty()) {
            text.append("\nderivatives of the Hamiltonian by named parts\n");
            parts().forEach(line -> text.append("  ")
                    .append(line.label())
                    .append(" = ")
                    .append(ExpressionText.of(line.right()))
                    .append("\n"));
        }
        text.append("\ncostate equations\n");
        equations().forEach(line -> text.append("  d")
                .append(line.label())
                .append("/dt = ")
                .append(ExpressionText.of(line.right()))
                .append("\n"));
        text.append(
                "\nswitching functions; a control is at the lower end of its range where its own is positive, at the upper"
                        + " end where it is negative\n");
        for (SwitchingFunction control : controls) {
            text.append("  dH/d")
                    .append(control.parameter())
                    .append(" = ")
                    .append(ExpressionText.of(shown(control.value())))
                    .append("\n");
            text.append("      H is ").append(control.degree().words()).append(" in it");
            if (control.singular().isPresent()) {
                text.append("; dH/d")
                        .append(control.parameter())
                        .append(" = 0, a minimum where ")
                        .append(ExpressionText.of(shown(control.curvature().orElseThrow())))
                        .append(" > 0, at\n      ")
                        .append(control.parameter())
                        .append(" = ")
                        .append(ExpressionText.of(shown(control.singular().get())));
            }
            text.append("\n");
        }
        return text.toString();
    }

    /** Paragraphs and displays of a report. */
    public List<Block> blocks(Typesetter typesetter) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(paragraph("With costates p, the Hamiltonian is"));
        blocks.add(new Block.EquationBlock(List.of(new EquationLine(Layout.italic("H"), hamiltonian(typesetter), ""))));
        if (hasSymmetric()) {
            blocks.add(paragraph("where " + SYMMETRIC + "."));
        }
        if (!agrees) {
            blocks.add(paragraph("Attention: " + DISAGREES + "."));
        }
        if (!costates.parts().isEmpty()) {
            blocks.add(paragraph("Its derivatives by the named parts are"));
            blocks.add(new Block.EquationBlock(parts().stream()
                    .map(line -> new EquationLine(
                            typesetter.indexed(line.name(), line.places()), typesetter.of(line.right()), ""))
                    .toList()));
        }
        blocks.add(paragraph("The costates obey"));
        blocks.add(new Block.EquationBlock(equations().stream()
                .map(line -> new EquationLine(
                        rate(typesetter.indexed(line.name(), line.places())), typesetter.of(line.right()), ""))
                .toList()));
        blocks.add(paragraph(
                "With a goal at a fixed end they end at its gradient by the state; at a time of first passage of g, at"
                        + " minus the gradient of g over the rate of g."));
        for (SwitchingFunction control : controls) {
            switching(control, typesetter, blocks);
        }
        return blocks;
    }

    /** The sum of costates times rates, which stand in equations of their own. */
    private Layout hamiltonian(Typesetter typesetter) {
        if (expanded) {
            return typesetter.of(shown(costates.hamiltonian()));
        }
        List<Layout> parts = new ArrayList<>();
        List<Equation> rates = costates.system().equations();
        for (int i = 0; i < rates.size(); i++) {
            if (i > 0) {
                parts.add(new Layout.Sign("+", Layout.Role.BINARY));
            }
            Equation costate = costates.equations().get(i);
            for (Index index : costate.variable().indices()) {
                parts.add(new Layout.BigSum(List.of(Layout.italic(index.name())), typesetter.of(index.extent())));
            }
            parts.add(typesetter.of(costate.variable().symbol()));
            parts.add(new Layout.Juxtaposed());
            parts.add(rate(
                    typesetter.of(rates.get(i).variable().at(costate.variable().indices()))));
        }
        if (!costates.cost().isZero()) {
            parts.add(new Layout.Sign("+", Layout.Role.BINARY));
            parts.add(new Layout.Fenced("(", typesetter.of(costates.cost()), ")"));
        }
        return Layout.row(parts);
    }

    private void switching(SwitchingFunction control, Typesetter typesetter, List<Block> blocks) {
        Layout symbol = typesetter.name(control.parameter());
        blocks.add(new Block.Paragraph(
                Prose.text("The switching function of ").andMath(symbol).and(" is")));
        Layout partial = Layout.upright("∂");
        blocks.add(new Block.EquationBlock(List.of(new EquationLine(
                new Layout.Fraction(Layout.row(partial, Layout.italic("H")), Layout.row(partial, symbol)),
                typesetter.of(shown(control.value())),
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
                        Layout.italic("a"), typesetter.of(shown(control.slope().orElseThrow())), ""),
                new EquationLine(
                        Layout.italic("b"),
                        typesetter.of(shown(control.curvature().orElseThrow())),
                        ""))));
    }

    private static Layout rate(Layout symbol) {
        Layout d = Layout.upright("d");
        return new Layout.Fraction(Layout.row(d, symbol), Layout.row(d, Layout.italic("t")));
    }

    private static Block paragraph(String words) {
        return new Block.Paragraph(Prose.text(words));
    }

    /** {@code {"hamiltonian": …, "parts": […], "equations": […], "controls": […]}}. */
    public Map<String, Object> json() {
        SymbolicText symbolic = new SymbolicText(costates.system().problem());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("agrees at random points", agrees);
        json.put("at the end", END);
        if (hasSymmetric()) {
            json.put("convention", SYMMETRIC);
        }
        json.put("hamiltonian", formula(shown(costates.hamiltonian()), symbolic));
        json.put("parts", all("name", parts(), symbolic));
        json.put("equations", all("variable", equations(), symbolic));
        List<Object> told = new ArrayList<>();
        for (SwitchingFunction control : controls) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("parameter", control.parameter());
            one.put("switching function", formula(shown(control.value()), symbolic));
            one.put("degree", control.degree().words());
            formula(control.singular(), symbolic).ifPresent(f -> one.put("singular control", f));
            formula(control.curvature(), symbolic).ifPresent(f -> one.put("second derivative", f));
            told.add(one);
        }
        json.put("controls", told);
        return json;
    }

    private Optional<Map<String, Object>> formula(Optional<Expression> e, SymbolicText symbolic) {
        return e.map(this::shown).map(shown -> formula(shown, symbolic));
    }

    private static Map<String, Object> formula(Expression e, SymbolicText symbolic) {
        Map<String, Object> json = symbolic.json(e);
        json.put("tree", ExpressionTree.of(e));
        return json;
    }

    private static List<Object> all(String key, List<Line> lines, SymbolicText symbolic) {
        List<Object> list = new ArrayList<>();
        for (Line line : lines) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put(key, line.label());
            one.putAll(formula(line.right(), symbolic));
            list.add(one);
        }
        return list;
    }
}
