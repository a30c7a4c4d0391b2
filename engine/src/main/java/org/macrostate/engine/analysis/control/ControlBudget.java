package org.macrostate.engine.analysis.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.engine.option.NumberReader;
import org.macrostate.equations.BadInput;

/**
 * A budget as a user states it: {@code Integral[u] <= c}.
 *
 * @param integrand text of an expression in order parameters, observables and parameters
 */
public record ControlBudget(String text, String integrand, double most) {
    /**
     * Reads budgets, with semicolons between.
     *
     * @throws BadInput if one is none
     */
    public static List<ControlBudget> read(String stated) {
        List<ControlBudget> budgets = new ArrayList<>();
        for (String part : stated.split(";", -1)) {
            String text = part.strip();
            int sign = text.lastIndexOf("<=");
            Optional<String> integrand = sign < 0
                    ? Optional.empty()
                    : ControlTarget.integrand(text.substring(0, sign).strip());
            if (integrand.isEmpty() || integrand.get().isEmpty()) {
                throw new BadInput("expected a budget such as 'Integral[beta] <= 100', found '" + text + "'");
            }
            budgets.add(new ControlBudget(
                    text,
                    integrand.get(),
                    NumberReader.number("the budget", text.substring(sign + 2).strip())));
        }
        return budgets;
    }
}
