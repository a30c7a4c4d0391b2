package org.macrostate.engine.model;

import org.macrostate.equations.adjoint.SwitchingFunction;
import org.macrostate.equations.tensor.ExpressionText;

/** Costate formulas as plain text, in sections; right sides parse back. */
record CostateText(CostateFormulas formulas) {
    String text() {
        StringBuilder text = new StringBuilder("\nHamiltonian and costates; " + CostateFormulas.END + "\n");
        if (formulas.hasSymmetric()) {
            text.append("  (").append(CostateFormulas.SYMMETRIC).append(")\n");
        }
        if (!formulas.agrees()) {
            text.append("  ").append(CostateFormulas.DISAGREES).append("\n");
        }
        text.append("  H = ")
                .append(ExpressionText.of(formulas.shown(formulas.costates().hamiltonian())))
                .append("\n");
        if (!formulas.costates().parts().isEmpty()) {
            text.append("\nderivatives of the Hamiltonian by named parts\n");
            formulas.parts().forEach(line -> text.append("  ")
                    .append(line.label())
                    .append(" = ")
                    .append(ExpressionText.of(line.right()))
                    .append("\n"));
        }
        text.append("\ncostate equations\n");
        formulas.equations().forEach(line -> text.append("  d")
                .append(line.label())
                .append("/dt = ")
                .append(ExpressionText.of(line.right()))
                .append("\n"));
        text.append(
                "\nswitching functions; a control is at the lower end of its range where its own is positive, at the upper"
                        + " end where it is negative\n");
        for (SwitchingFunction control : formulas.controls()) {
            text.append("  dH/d")
                    .append(control.parameter())
                    .append(" = ")
                    .append(ExpressionText.of(formulas.shown(control.value())))
                    .append("\n");
            text.append("      H is ").append(control.degree().words()).append(" in it");
            if (control.singular().isPresent()) {
                text.append("; dH/d")
                        .append(control.parameter())
                        .append(" = 0, a minimum where ")
                        .append(ExpressionText.of(
                                formulas.shown(control.curvature().orElseThrow())))
                        .append(" > 0, at\n      ")
                        .append(control.parameter())
                        .append(" = ")
                        .append(ExpressionText.of(
                                formulas.shown(control.singular().get())));
            }
            text.append("\n");
        }
        return text.toString();
    }
}
