package org.macrostate.engine.analysis.thresholds;

import java.util.stream.Collectors;
import org.macrostate.engine.report.FormulaPhrases;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.threshold.Minima;
import org.macrostate.equations.threshold.StabilityBlock;
import org.macrostate.equations.threshold.StabilityBoundary;
import org.macrostate.equations.threshold.ThresholdAnalysis;
import org.macrostate.reports.table.ExpressionUnicode;
import org.macrostate.reports.table.NumberText;
import org.macrostate.reports.typeset.Typesetter;

/** Thresholds for people. */
final class ThresholdsWords {
    private static final int DIGITS = 8;
    private static final int LONGEST = 80;

    private final ThresholdsAnswer answer;
    private final ExpressionUnicode formula;
    private final StringBuilder text = new StringBuilder();

    private final boolean full;

    private ThresholdsWords(ThresholdsAnswer answer, boolean full) {
        this.full = full;
        this.answer = answer;
        this.formula = new ExpressionUnicode(Typesetter.of(answer.problem()));
    }

    /** @param full whether polynomials and long conditions are written out */
    static String of(ThresholdsAnswer answer, boolean full) {
        return new ThresholdsWords(answer, full).words();
    }

    private String words() {
        line(StabilityStatement.of(answer.analysis()));
        line("");
        line("state " + values(answer.analysis()));
        if (!answer.zeros().isEmpty()) {
            line("put in as zero: " + String.join(", ", answer.zeros()));
        }
        answer.analysis().notes().forEach(this::line);
        answer.analysis().blocks().forEach(this::block);
        for (ThresholdAnalysis other : answer.analysis().others()) {
            line("");
            line("also state " + values(other));
            other.notes().forEach(this::line);
            other.blocks().forEach(this::block);
        }
        answer.minima().ifPresent(this::minima);
        return text.toString();
    }

    private String values(ThresholdAnalysis analysis) {
        return analysis.state() + ": "
                + analysis.values().entrySet().stream()
                        .map(e -> e.getKey() + " = " + value(e.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private String value(Expression value) {
        return FormulaPhrases.isDecimal(value)
                ? NumberText.of(((Rational) value).value().doubleValue(), DIGITS)
                : formula.of(value);
    }

    private void block(StabilityBlock block) {
        line("");
        String copies = block.multiplicity() > 1 ? ", " + block.multiplicity() + " times" : "";
        line(block.sector().text() + " block (" + String.join(", ", block.variables()) + ")" + copies);
        if (full && !block.characteristicPolynomial().isZero()) {
            line("  characteristic polynomial: " + formula.of(block.characteristicPolynomial()));
        }
        if (block.isInSymbols()) {
            line("  " + stability(block));
        }
        block.boundaries().forEach(this::boundary);
        block.notes().forEach(note -> line("  " + note));
    }

    private String stability(StabilityBlock block) {
        if (block.isNeverStable()) {
            return "never stable";
        }
        if (block.isNeutral()) {
            return "neutral: an eigenvalue is zero whatever the parameters are";
        }
        return block.stableWhen().isEmpty()
                ? "always stable"
                : "stable when "
                        + block.stableWhen().stream().map(this::condition).collect(Collectors.joining(" and "));
    }

    private String condition(Expression positive) {
        String written = formula.of(positive) + " > 0";
        return full || written.length() <= LONGEST ? written : "a polynomial > 0 (--full writes it)";
    }

    private void boundary(StabilityBoundary boundary) {
        String value = Double.isFinite(boundary.value())
                ? boundary.solve() + " = " + NumberText.of(boundary.value(), DIGITS)
                : "none";
        String decides = boundary.decides() ? "; the state changes stability there" : "";
        if (boundary.closedForm().isPresent()) {
            line("  boundary: " + boundary.solve() + " = "
                    + formula.of(boundary.closedForm().get()) + ", here " + value + " (exact"
                    + checked(boundary.checkedPoints())
                    + ")" + decides);
            return;
        }
        if (boundary.polynomial().isZero()) {
            line("  boundary: " + value + " (" + boundary.kind().text() + "): "
                    + boundary.event().text() + decides);
            return;
        }
        String root = boundary.root() > 0 ? "real root " + boundary.root() + " in " + boundary.solve() : "a root";
        line("  boundary: no short closed form: " + root + " of " + polynomial(boundary) + ", here " + value + " ("
                + boundary.kind().text() + ")" + decides);
        boundary.series()
                .ifPresent(series -> line("    " + boundary.solve() + " = " + SeriesWords.of(series, formula)
                        + " (series" + checked(series.checkedPoints()) + ")"));
    }

    private String polynomial(StabilityBoundary boundary) {
        String written = formula.of(boundary.polynomial()) + " = 0";
        return full || written.length() <= LONGEST ? written : "a polynomial (--full writes it)";
    }

    private static String checked(int points) {
        return ", checked at " + points + " random points";
    }

    private void minima(Minima minima) {
        line("");
        line("along the state " + minima.observable() + " = " + formula.of(minima.along()));
        for (Minima.Minimum minimum : minima.found()) {
            line("  least at " + minima.solve() + " = " + formula.of(minimum.place()) + ", here "
                    + NumberText.of(minimum.value(), DIGITS) + ": " + minima.observable() + " = "
                    + formula.of(minimum.least()) + " (exact" + checked(minimum.checkedPoints()) + ")");
        }
        minima.notes().forEach(note -> line("  " + note));
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
