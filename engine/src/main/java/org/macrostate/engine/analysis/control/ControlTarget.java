package org.macrostate.engine.analysis.control;

import java.util.Optional;
import org.macrostate.engine.option.NumberReader;
import org.macrostate.equations.BadInput;
import org.macrostate.solvers.control.ControlGoal;

/**
 * A goal as a user states it: {@code eps_g at 600}, {@code Integral[eps_g] at 600} or {@code time eps_g < 0.1}.
 *
 * @param text as stated
 * @param quantity text of an expression in order parameters, observables and parameters
 * @param integral whether the quantity's integral is the goal instead of its value
 */
public record ControlTarget(String text, String quantity, boolean integral, ControlGoal goal) {
    /** How far trajectories are followed where neither the goal nor the user says. */
    public static final double LATEST = 10_000;

    private static final String TIME = "time ";
    private static final String INTEGRAL = "Integral[";

    /**
     * Reads a goal.
     *
     * @param until how far trajectories are followed
     * @throws BadInput if it is none, or says itself how far and {@code until} is there, too
     */
    public static ControlTarget read(String stated, Optional<Double> until) {
        String text = stated.strip();
        int sign = Math.max(text.lastIndexOf('<'), text.lastIndexOf('>'));
        if (text.startsWith(TIME) && sign > 0) {
            String quantity = text.substring(TIME.length(), sign).strip();
            double level = NumberReader.number(
                    "the level of the goal", text.substring(sign + 1).strip());
            return new ControlTarget(
                    text,
                    needed(text, quantity),
                    false,
                    new ControlGoal.FirstPassage(level, text.charAt(sign) == '<', until.orElse(LATEST)));
        }
        int at = text.lastIndexOf(" at ");
        if (at < 0) {
            throw new BadInput(
                    "expected a goal such as 'eps_g at 600', 'Integral[eps_g] at 600' or 'time eps_g < 0.1', found '"
                            + text + "'");
        }
        if (until.isPresent()) {
            throw new BadInput("the goal '" + text + "' says when it is looked at; 'until' then has no meaning");
        }
        double end = NumberReader.positive(
                "the time of the goal", text.substring(at + 4).strip());
        String of = needed(text, text.substring(0, at).strip());
        Optional<String> inside = integrand(of);
        return new ControlTarget(
                text, inside.orElse(of), inside.isPresent(), new ControlGoal.AtTime(end, inside.isPresent() ? 0 : 1));
    }

    /** What stands inside {@code Integral[…]}, if the text is that. */
    static Optional<String> integrand(String text) {
        return text.startsWith(INTEGRAL) && text.endsWith("]")
                ? Optional.of(
                        text.substring(INTEGRAL.length(), text.length() - 1).strip())
                : Optional.empty();
    }

    private static String needed(String text, String quantity) {
        if (quantity.isEmpty()) {
            throw new BadInput("the goal '" + text + "' names no quantity");
        }
        return quantity;
    }

    public boolean isTime() {
        return goal instanceof ControlGoal.FirstPassage;
    }
}
