package org.macrostate.engine.cli;

import java.util.stream.Collectors;
import org.macrostate.engine.study.question.ThresholdsAnswer;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.threshold.Boundary;
import org.macrostate.equations.threshold.StabilityBlock;
import org.macrostate.reports.table.ExpressionUnicode;
import org.macrostate.reports.table.NumberText;
import org.macrostate.reports.typeset.Typesetter;

/** Thresholds for people. */
final class ThresholdsWords {
    private static final int DIGITS = 8;

    private final ThresholdsAnswer answer;
    private final ExpressionUnicode formula;
    private final StringBuilder text = new StringBuilder();

    private ThresholdsWords(ThresholdsAnswer answer) {
        this.answer = answer;
        this.formula = new ExpressionUnicode(Typesetter.of(answer.problem()));
    }

    static String of(ThresholdsAnswer answer) {
        return new ThresholdsWords(answer).words();
    }

    private String words() {
        line("state " + answer.analysis().state() + ": "
                + answer.analysis().values().entrySet().stream()
                        .map(e -> e.getKey() + " = " + formula.of(e.getValue()))
                        .collect(Collectors.joining(", ")));
        if (!answer.zeros().isEmpty()) {
            line("put in as zero: " + String.join(", ", answer.zeros()));
        }
        answer.analysis().notes().forEach(this::line);
        answer.analysis().blocks().forEach(this::block);
        return text.toString();
    }

    private void block(StabilityBlock block) {
        line("");
        String copies = block.multiplicity() > 1 ? ", " + block.multiplicity() + " times" : "";
        line(block.sector().text() + " block (" + String.join(", ", block.variables()) + ")" + copies);
        if (!block.characteristicPolynomial().isZero()) {
            line("  characteristic polynomial: " + formula.of(block.characteristicPolynomial()));
        }
        line(
                block.stableWhen().isEmpty()
                        ? "  always stable"
                        : "  stable when "
                                + block.stableWhen().stream()
                                        .map(this::condition)
                                        .collect(Collectors.joining(" and ")));
        block.boundaries().forEach(this::boundary);
        block.notes().forEach(note -> line("  " + note));
    }

    private String condition(Expression positive) {
        return formula.of(positive) + " > 0";
    }

    private void boundary(Boundary boundary) {
        String form = boundary.closedForm()
                .map(closed -> boundary.solve() + " = " + formula.of(closed) + ", here ")
                .orElse("no closed form; here ");
        String checked =
                boundary.closedForm().isPresent() ? ", checked at " + boundary.checkedPoints() + " random points" : "";
        String decides = boundary.decides() ? "; the state changes stability there" : "";
        String value = Double.isFinite(boundary.value())
                ? boundary.solve() + " = " + NumberText.of(boundary.value(), DIGITS)
                : "none";
        line("  boundary: " + form + value + " (" + boundary.kind().text() + checked + ")" + decides);
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
