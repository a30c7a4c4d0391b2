package org.macrostate.engine.analysis.thresholds;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.engine.analysis.SectionContext;
import org.macrostate.engine.report.FormulaPhrases;
import org.macrostate.engine.report.NoteProse;
import org.macrostate.equations.derive.Limit;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.LeafCount;
import org.macrostate.equations.threshold.BoundarySeries;
import org.macrostate.equations.threshold.StabilityBlock;
import org.macrostate.equations.threshold.StabilityBoundary;
import org.macrostate.equations.threshold.ThresholdAnalysis;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.document.Section;
import org.macrostate.reports.typeset.EquationLine;
import org.macrostate.reports.typeset.Layout;
import org.macrostate.reports.typeset.NumberLayout;
import org.macrostate.reports.typeset.Typesetter;

/** Where a state gains or loses stability, with the way that leads there. */
public final class ThresholdsSection {
    private static final int LARGEST_SHOWN = 3;
    private static final double LONGEST_SHOWN = 40;

    /** Numbers and symbols in a polynomial that is printed. */
    private static final int MOST_LEAVES = 500;

    private static final double WIDEST_MATRIX = 34;
    private static final int DIGITS = 4;

    private final SectionContext.AnsweredItem<ThresholdsAnswer> answered;
    private final ThresholdAnalysis analysis;
    private final Typesetter typesetter;
    private final List<Block> blocks = new ArrayList<>();
    private int labelled;

    private ThresholdsSection(SectionContext context, SectionContext.AnsweredItem<ThresholdsAnswer> answered) {
        this.answered = answered;
        this.analysis = answered.answer().analysis();
        this.typesetter = context.typesetter();
    }

    public static Section of(SectionContext context, SectionContext.AnsweredItem<ThresholdsAnswer> answered) {
        ThresholdsSection section = new ThresholdsSection(context, answered);
        section.tell();
        return new Section(
                "Stability of the " + section.analysis.state() + " state",
                answered.item().name(),
                section.blocks,
                List.of());
    }

    private void text(Prose prose) {
        blocks.add(new Block.Paragraph(prose));
    }

    private Layout solved() {
        return FormulaPhrases.symbol(typesetter, analysis.solve());
    }

    private void tell() {
        List<Prose> values = new ArrayList<>();
        analysis.values()
                .forEach((label, value) -> values.add(Prose.math(FormulaPhrases.assignment(typesetter, label, value))));
        Prose state = Prose.text("The " + analysis.state() + " state, ")
                .and(FormulaPhrases.list(values))
                .and(
                        isSmallRate()
                                ? ", is a fixed point of the limit of small rates for all parameters"
                                : ", is a fixed point for all parameters");
        if (!answered.answer().zeros().isEmpty()) {
            state = state.and(" with ")
                    .and(FormulaPhrases.list(answered.answer().zeros().stream()
                            .map(label -> Prose.math(FormulaPhrases.assignment(typesetter, label, 0)))
                            .toList()));
        }
        int blocksFound = analysis.blocks().size();
        Prose jacobian = isSmallRate()
                ? state.and(
                        ". That limit keeps the terms of first order in the rates only, keeps their ratios and counts time in"
                                + " units of 1/rate; at finite rates the state lies elsewhere by a distance of the order of the"
                                + " rates. Its Jacobian, and with it s in the characteristic polynomials below, is in units of the"
                                + " rate and")
                : state.and(". There the Jacobian of the rates of Section ").andRef("equations");
        text(jacobian.and(" falls into " + FormulaPhrases.plural(blocksFound, "irreducible block")
                + (blocksFound == 1 ? "." : ", each with its own condition of stability.")));
        analysis.blocks().forEach(this::block);
        analysis.notes().forEach(note -> text(NoteProse.of(typesetter, NoteProse.sentence(note))));
        analysis.others().forEach(this::other);
    }

    private static List<Expression> polynomials(ThresholdAnalysis analysis) {
        return analysis.blocks().stream()
                .map(StabilityBlock::characteristicPolynomial)
                .toList();
    }

    private boolean isSmallRate() {
        return answered.item().subject().system().limit() == Limit.SMALL_RATE;
    }

    private void other(ThresholdAnalysis other) {
        List<Prose> values = other.values().entrySet().stream()
                .map(e -> Prose.math(FormulaPhrases.assignment(typesetter, e.getKey(), e.getValue())))
                .toList();
        Prose solution = Prose.text("A further solution is ").and(FormulaPhrases.list(values));
        if (polynomials(other).equals(polynomials(analysis))) {
            text(solution.and(", the image of the first under a symmetry, with the same blocks."));
            return;
        }
        text(solution.and("."));
        other.blocks().forEach(this::block);
        other.notes().forEach(note -> text(NoteProse.of(typesetter, NoteProse.sentence(note))));
    }

    private void block(StabilityBlock block) {
        List<Prose> variables = block.variables().stream()
                .map(label -> Prose.math(FormulaPhrases.symbol(typesetter, label)))
                .toList();
        String copies = block.multiplicity() == 1
                ? ""
                : ", which occurs " + FormulaPhrases.count(block.multiplicity()) + " times";
        text(Prose.EMPTY
                .and(new org.macrostate.reports.document.Inline.Strong(
                        Character.toUpperCase(block.sector().text().charAt(0))
                                + block.sector().text().substring(1) + " block."))
                .and(" The block of ")
                .and(FormulaPhrases.list(variables))
                .and(copies)
                .and(
                        !block.isInSymbols()
                                ? " has no conditions in symbols."
                                : isLong(block)
                                        ? " has a characteristic polynomial that would fill a page;"
                                                + " 'macrostate thresholds --full' writes it,"
                                        : " is"));
        if (!block.isInSymbols()) {
            numeric(block.boundaries().stream()
                    .filter(b -> Double.isFinite(b.value()))
                    .toList());
            block.notes().forEach(note -> text(NoteProse.of(typesetter, NoteProse.sentence(note))));
            return;
        }
        if (block.variables().size() <= LARGEST_SHOWN) {
            blocks.add(new Block.EquationBlock(entries(block)));
            text(Prose.text("and the characteristic polynomial"));
        }
        Layout chi =
                Layout.row(Layout.italic("χ"), new Layout.Fenced("(", typesetter.of(block.eigenvalueSymbol()), ")"));
        if (!isLong(block)) {
            blocks.add(new Block.EquationBlock(
                    List.of(new EquationLine(chi, typesetter.of(block.characteristicPolynomial()), ""))));
        }
        conditions(block);
        block.boundaries().stream().filter(b -> b.closedForm().isPresent()).forEach(this::closed);
        numeric(block.boundaries().stream()
                .filter(b -> b.closedForm().isEmpty() && Double.isFinite(b.value()))
                .toList());
        block.notes().forEach(note -> text(NoteProse.of(typesetter, NoteProse.sentence(note))));
    }

    /** The block as a matrix where it fits a line, else its entries that do not vanish, J with row and column. */
    private List<EquationLine> entries(StabilityBlock block) {
        Layout matrix = new Layout.Matrix(block.matrix().stream()
                .map(row -> row.stream().map(typesetter::of).toList())
                .toList());
        if (org.macrostate.reports.typeset.Width.of(matrix) < WIDEST_MATRIX) {
            return List.of(new EquationLine(Layout.italic("J"), matrix, ""));
        }
        List<EquationLine> lines = new ArrayList<>();
        for (int i = 0; i < block.variables().size(); i++) {
            for (int j = 0; j < block.variables().size(); j++) {
                Expression entry = block.matrix().get(i).get(j);
                if (!entry.isZero()) {
                    lines.add(new EquationLine(place(i, j), typesetter.of(entry), ""));
                }
            }
        }
        return lines;
    }

    private static Layout place(int row, int column) {
        return new Layout.Indexed(
                Layout.italic("J"),
                Layout.empty(),
                List.of(new Layout.Digits("" + (row + 1)), new Layout.Digits("" + (column + 1))));
    }

    private void conditions(StabilityBlock block) {
        if (block.stableWhen().isEmpty()) {
            text(
                    Prose.text(
                            "whose roots have negative real parts for all parameters in their domains: the block is always stable."));
            return;
        }
        if (block.isNeverStable()) {
            text(Prose.text(
                    "one of whose roots has a positive real part for all parameters in their domains: the block is"
                            + " never stable."));
            return;
        }
        if (block.isNeutral()) {
            text(Prose.text(
                    "one of whose roots is zero for all parameters: along that direction the state is neutral."));
            return;
        }
        List<Expression> shown = block.stableWhen().stream()
                .filter(e -> org.macrostate.reports.typeset.Width.of(typesetter.of(e)) < LONGEST_SHOWN)
                .toList();
        List<Prose> conditions =
                shown.stream().map(e -> Prose.math(positive(typesetter.of(e)))).toList();
        Prose prose = Prose.text(
                "By the conditions of Hurwitz, in the form of Liénard and Chipart, its roots have negative real parts if ");
        if (shown.size() == block.stableWhen().size() && shown.size() == 1) {
            text(prose.and(conditions.get(0)).and("."));
        } else {
            String count = FormulaPhrases.count(block.stableWhen().size());
            text(prose.and(count + " polynomials in the parameters are positive"
                            + (shown.isEmpty() ? "." : ", among them "))
                    .and(
                            shown.isEmpty()
                                    ? Prose.EMPTY
                                    : FormulaPhrases.list(conditions).and(".")));
        }
    }

    private static boolean isLong(StabilityBlock block) {
        return LeafCount.of(block.characteristicPolynomial()) > MOST_LEAVES;
    }

    private static Layout positive(Layout expression) {
        return Layout.row(expression, new Layout.Sign(">", Layout.Role.RELATION), new Layout.Digits("0"));
    }

    private void closed(StabilityBoundary boundary) {
        text(Prose.text("Solved for ")
                .andMath(solved())
                .and(", " + boundary.event().text() + " at"));
        Layout critical = new Layout.Script(solved(), Layout.upright("c"), Layout.empty());
        boundary.closedForm()
                .ifPresent(form -> blocks.add(
                        new Block.EquationBlock(List.of(new EquationLine(critical, typesetter.of(form), label())))));
        String here = boundary.decides() ? " There the state as a whole changes stability." : "";
        text((Double.isFinite(boundary.value())
                        ? Prose.text("which is ").and(FormulaPhrases.number(boundary.value()))
                        : Prose.text("which is outside its domain"))
                .and(" at the parameters of Table ")
                .andRef("parameters")
                .and(". The closed form was compared with numeric eigenvalues on both sides of it at "
                        + boundary.checkedPoints() + " random points in the space of parameters, and agreed at all."
                        + here));
    }

    /** Boundaries without a closed form, at the current parameters. */
    private void numeric(List<StabilityBoundary> boundaries) {
        if (boundaries.isEmpty()) {
            return;
        }
        List<Prose> places = new ArrayList<>();
        for (StabilityBoundary boundary : boundaries) {
            Prose place = Prose.text(boundary.event().text() + " at ")
                    .andMath(FormulaPhrases.assignment(typesetter, analysis.solve(), boundary.value()));
            places.add(boundary.decides() ? place.and(", where the state as a whole changes stability") : place);
        }
        text(Prose.text(
                        "The boundary of these conditions has no closed form that a person would write. At the parameters of Table ")
                .andRef("parameters")
                .and(", numerically, ")
                .and(FormulaPhrases.list(places))
                .and("."));
        boundaries.forEach(boundary -> boundary.series().ifPresent(this::series));
    }

    /** How a boundary without a closed form begins in the small parameter that was asked for. */
    private void series(BoundarySeries series) {
        Layout small = FormulaPhrases.symbol(typesetter, series.parameter());
        Layout omitted = new Layout.Script(small, Layout.empty(), NumberLayout.of(series.omitted(), DIGITS));
        Layout sum = Layout.row(
                typesetter.of(series.sum()),
                new Layout.Sign("+", Layout.Role.BINARY),
                Layout.italic("O"),
                new Layout.Fenced("(", omitted, ")"));
        text(Prose.text("One of them begins, for small ").andMath(small).and(", as"));
        blocks.add(new Block.EquationBlock(List.of(new EquationLine(solved(), sum, label()))));
        text(Prose.text("which was compared with the exact root and with numeric eigenvalues at "
                + series.checkedPoints() + " random points."));
    }

    /** Boundaries of two solutions may be equal: a label counts them. */
    private String label() {
        return "boundary " + answered.item().name() + " " + labelled++;
    }
}
