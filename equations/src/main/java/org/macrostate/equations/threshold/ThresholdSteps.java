package org.macrostate.equations.threshold;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.equations.derive.Step;
import org.macrostate.equations.derive.StepLine;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;

/** How each block's boundaries were found, for the report. */
final class ThresholdSteps {
    private ThresholdSteps() {}

    static List<Step> of(String solve, List<StabilityBlock> blocks) {
        List<Step> steps = new ArrayList<>();
        for (StabilityBlock block : blocks) {
            String name = block.sector().text() + " block (" + String.join(", ", block.variables()) + ")";
            steps.add(new Step(
                    "Jacobian of the " + name, entries(block), "an irreducible diagonal block of the Jacobian"));
            if (block.characteristicPolynomial().isZero()) {
                continue;
            }
            steps.add(new Step(
                    "Characteristic polynomial of the " + name,
                    List.of(new StepLine(
                            "Det[" + ExpressionText.of(block.eigenvalueSymbol()) + " I - J]",
                            block.characteristicPolynomial())),
                    "determinant without divisions (Berkowitz 1984), factored over the rational numbers"));
            steps.add(
                    new Step(
                            "Stability of the " + name,
                            block.stableWhen().stream()
                                    .map(condition -> new StepLine("0 <", condition))
                                    .toList(),
                            block.stableWhen().isEmpty()
                                    ? "always stable for parameters in their domains"
                                    : "Hurwitz conditions in the form of Liénard and Chipart (1914), less those that always hold"));
            List<StepLine> solutions = block.boundaries().stream()
                    .flatMap(b -> b.closedForm().stream())
                    .map(form -> new StepLine(solve, form))
                    .toList();
            if (!solutions.isEmpty()) {
                steps.add(new Step(
                        "Solved for " + solve, solutions, "checked against numeric eigenvalues at random parameters"));
            }
        }
        return steps;
    }

    private static List<StepLine> entries(StabilityBlock block) {
        List<StepLine> lines = new ArrayList<>();
        for (int i = 0; i < block.variables().size(); i++) {
            for (int j = 0; j < block.variables().size(); j++) {
                Expression entry = block.matrix().get(i).get(j);
                if (!entry.isZero()) {
                    lines.add(new StepLine(
                            "∂(d" + block.variables().get(i) + "/dt)/∂"
                                    + block.variables().get(j),
                            entry));
                }
            }
        }
        return lines;
    }
}
