package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Index;

/** Tells a derivation as a person would: the gradient, the step it makes, the expectations, the limit. */
final class DerivationSteps {
    private final Assembly assembly;
    private final Presentation presentation;

    DerivationSteps(Assembly assembly, Presentation presentation) {
        this.assembly = assembly;
        this.presentation = presentation;
    }

    List<Step> all(List<Piece> pieces, Limit limit) {
        List<Step> steps = new ArrayList<>();
        add(steps, "Coefficient of the sample in each update", fieldSteps(), "chain rule through the fields");
        add(steps, "Coefficients of the vectors in each update", kernelSteps(), "chain rule through the overlaps");
        add(steps, "Steps of the trained numbers", scalarSteps(), "gradient");
        add(steps, "Linear combinations of fields", combinations(), "what is linear in Gaussian variables is Gaussian");
        List<StepLine> expectations = pieces.stream()
                .map(p -> new StepLine(
                        ExpressionText.indexed(p.name(), p.indices()) + " = " + p.meaning(), p.value(), p.rule()))
                .toList();
        add(steps, "Expectations over a fresh sample", expectations, "Isserlis' theorem (Biometrika 12, 134, 1918)");
        String closing = limit == Limit.FINITE_RATE
                ? "dG[i,j]/dt = E[F_i h_j + F_j h_i] + kappa E[F_i F_j] + E[K G] + E[K G]^T, kappa = |x|^2/N"
                : "dG[i,j]/dt = E[F_i h_j + F_j h_i] + E[K G] + E[K G]^T in units of 1/rate; kappa term dropped";
        steps.add(new Step("Deterministic limit", List.of(), closing));
        return steps;
    }

    private static void add(List<Step> steps, String title, List<StepLine> lines, String rule) {
        if (!lines.isEmpty()) {
            steps.add(new Step(title, lines, rule));
        }
    }

    private List<StepLine> fieldSteps() {
        List<StepLine> lines = new ArrayList<>();
        for (UpdateRules.FieldStep step : assembly.rules().fieldSteps()) {
            List<Index> own = step.family().copies().isPresent() ? List.of(step.index()) : List.of();
            String left = "F_" + step.family().name() + "_" + step.sample();
            lines.add(line(left, own, step.factor().times(step.direction())));
        }
        return lines;
    }

    private List<StepLine> kernelSteps() {
        List<StepLine> lines = new ArrayList<>();
        for (UpdateRules.KernelStep step : assembly.rules().kernelSteps()) {
            List<Index> own = new ArrayList<>();
            step.family().copies().ifPresent(extent -> own.add(step.index()));
            step.onto().copies().ifPresent(extent -> own.add(step.column()));
            String left = "K_" + step.family().name() + "_" + step.onto().name();
            lines.add(line(left, own, step.factor().times(step.direction())));
        }
        return lines;
    }

    private List<StepLine> scalarSteps() {
        List<StepLine> lines = new ArrayList<>();
        for (UpdateRules.ScalarStep step : assembly.rules().scalarSteps()) {
            lines.add(line(
                    "S_" + step.scalar().name(), step.indices(), step.factor().times(step.direction())));
        }
        return lines;
    }

    private List<StepLine> combinations() {
        List<StepLine> lines = new ArrayList<>();
        assembly.combinations().values().forEach(c -> lines.add(line(c.name(), c.indices(), c.value())));
        return lines;
    }

    private StepLine line(String left, List<Index> own, Expression right) {
        List<Index> shown = presentation.lettersFor(own);
        return new StepLine(ExpressionText.indexed(left, shown), presentation.formula(right, own, shown));
    }
}
