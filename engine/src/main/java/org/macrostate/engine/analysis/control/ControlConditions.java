package org.macrostate.engine.analysis.control;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.engine.model.CostateFormulas;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.adjoint.CostateSystem;
import org.macrostate.equations.derive.Formula;
import org.macrostate.equations.derive.NamedTerm;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.LeafCount;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.typeset.Typesetter;

/** The first-order conditions of a control question in symbols: Hamiltonian, costate equations, switching functions. */
final class ControlConditions {
    /** Longer systems are left to {@code derive --costates}. */
    private static final int LONGEST = 600;

    private ControlConditions() {}

    static List<Block> of(ControlQuestion asked, ModelInstance subject, Typesetter typesetter) {
        OrderParameterSystem system = asked.of(subject).withFixedNodes();
        try {
            CostateSystem costates = CostateSystem.of(system, cost(asked, system));
            int length = costates.parts().stream()
                            .map(NamedTerm::value)
                            .mapToInt(LeafCount::of)
                            .sum()
                    + costates.equations().stream()
                            .mapToInt(e -> LeafCount.of(e.rate()))
                            .sum();
            if (length > LONGEST) {
                return elsewhere("The costate equations of the first-order conditions fill pages");
            }
            List<String> names =
                    asked.controls().stream().map(ControlRange::name).toList();
            CostateFormulas text = CostateFormulas.of(costates, names, subject.sizes(), false);
            List<Block> blocks = new ArrayList<>(text.blocks(typesetter));
            if (!asked.budgets().isEmpty()) {
                blocks.add(new Block.Paragraph(Prose.text(
                        "To the Hamiltonian each budget adds its integrand times the budget's price, which is constant in"
                                + " time.")));
            }
            return blocks;
        } catch (BadInput noDerivative) {
            return elsewhere("The equations have no costate equations in closed form: " + noDerivative.getMessage());
        }
    }

    private static List<Block> elsewhere(String what) {
        return List.of(new Block.Paragraph(
                Prose.text(what + "; ").andCode("macrostate derive --costates").and(" is the command for them.")));
    }

    /** What is integrated: the goal where it is an integral, and the running cost. */
    private static Expression cost(ControlQuestion asked, OrderParameterSystem system) {
        List<Formula> formulas = ControlledModel.formulas(asked, system);
        int integrands = (asked.target().integral() ? 1 : 0) + (asked.cost().isPresent() ? 1 : 0);
        Expression cost = Rational.ZERO;
        for (Formula formula : formulas.subList(1, 1 + integrands)) {
            cost = Plus.of(List.of(cost, formula.value()));
        }
        return cost;
    }
}
