package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Index;

/**
 * Tells a derivation as a person would: what is asked, the update, what it does to overlaps, the law of the fields, the
 * expectations, the limit, the equations.
 */
final class DerivationSteps {
    private static final String LIMIT =
            "N -> Infinity, t = steps/N: overlaps add up many small independent increments and follow their mean"
                    + " (D. Saad and S. A. Solla, Phys. Rev. E 52, 4225, 1995;"
                    + " proved by S. Goldt et al., NeurIPS 2019, arXiv:1906.08632)";

    private final RateDerivation assembly;
    private final Presentation presentation;

    DerivationSteps(RateDerivation assembly, Presentation presentation) {
        this.assembly = assembly;
        this.presentation = presentation;
    }

    List<Step> all(List<NamedTerm> pieces, List<Equation> equations, Limit limit) {
        List<Step> steps = new ArrayList<>(new SettingSteps(assembly, presentation).all());
        steps.addAll(new UpdateSteps(assembly, presentation, limit).all());
        add(steps, "Linear combinations of fields", combinations(), "what is linear in Gaussian variables is Gaussian");
        List<NamedTerm> definitions =
                pieces.stream().filter(p -> p.rule().isEmpty()).toList();
        add(
                steps,
                "Law of the fields and other named parts",
                definitions.stream().map(DerivationSteps::line).toList(),
                "covariances of centred Gaussian fields from the overlaps, and what is built of them");
        List<NamedTerm> notes =
                assembly.notes().stream().map(presentation::piece).toList();
        List<StepLine> expectations = Stream.concat(
                        notes.stream(), pieces.stream().filter(p -> !p.rule().isEmpty()))
                .map(DerivationSteps::line)
                .toList();
        add(steps, "Expectations over a fresh sample", expectations, centring());
        steps.add(new Step("Deterministic limit", Length.KEY, List.of(), LIMIT + closing(limit)));
        steps.add(new Step(
                "Order-parameter equations",
                Length.RESULT,
                equations.stream().map(DerivationSteps::line).toList(),
                "the means of the increments"));
        return steps;
    }

    private static String closing(Limit limit) {
        return limit == Limit.FINITE_RATE
                ? ""
                : "; then the rates to zero with their ratios kept and time in units of 1/rate: terms of second order"
                        + " in the rates are gone";
    }

    private String centring() {
        return assembly.hasMeans()
                ? "each by the rule beside it; fields stand for what is left of them without their means"
                : "each by the rule beside it";
    }

    private static StepLine line(Equation equation) {
        StateVariable v = equation.variable();
        return new StepLine(ExpressionText.indexed(v.name(), v.indices()), Relation.RATE, equation.rate(), "");
    }

    private static StepLine line(NamedTerm piece) {
        String name = ExpressionText.indexed(piece.name(), piece.indices());
        boolean formula = piece.meaning().startsWith("Mean[");
        String left = piece.name().isEmpty() ? piece.meaning() : formula ? name + " = " + piece.meaning() : name;
        return new StepLine(left, piece.value(), piece.rule().isEmpty() && !formula ? piece.meaning() : piece.rule());
    }

    private static void add(List<Step> steps, String title, List<StepLine> lines, String rule) {
        if (!lines.isEmpty()) {
            steps.add(new Step(title, lines, rule));
        }
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
