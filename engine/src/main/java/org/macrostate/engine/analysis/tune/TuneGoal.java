package org.macrostate.engine.analysis.tune;

import java.util.Optional;
import org.macrostate.engine.option.NumberReader;
import org.macrostate.equations.BadInput;
import org.macrostate.solvers.tune.Goal;

/**
 * A goal as a user states it: {@code time eps_g < 0.1}, {@code eps_g at 500} or {@code minimum eps_g}.
 *
 * @param text as stated
 * @param quantity text of an expression in order parameters and observables
 */
public record TuneGoal(String text, String quantity, Goal goal) {
    /** How far courses are followed where neither the goal nor the user says. */
    public static final double END = 10_000;

    /**
     * Reads a goal.
     *
     * @param until how far courses are followed
     * @throws BadInput if it is none, or says itself how far and {@code until} is there, too
     */
    public static TuneGoal read(String stated, Optional<Double> until) {
        String text = stated.strip();
        int end = wordEnd(text);
        String rest = text.substring(end).strip();
        switch (text.substring(0, end)) {
            case "time" -> {
                int sign = Math.max(rest.lastIndexOf('<'), rest.lastIndexOf('>'));
                if (sign > 0 && sign < rest.length() - 1) {
                    double level = NumberReader.number("the level of the goal", rest.substring(sign + 1));
                    return new TuneGoal(
                            text,
                            rest.substring(0, sign).strip(),
                            new Goal.TimeToReach(level, rest.charAt(sign) == '<', until.orElse(END)));
                }
            }
            case "min", "minimum" -> {
                if (!rest.isEmpty()) {
                    return new TuneGoal(text, rest, new Goal.Minimum(until.orElse(END)));
                }
            }
            default -> {
                Optional<TuneGoal> at = at(text, until);
                if (at.isPresent()) {
                    return at.get();
                }
            }
        }
        throw new BadInput(
                "expected a goal such as 'time eps_g < 0.1', 'eps_g at 500' or 'minimum eps_g', found '" + text + "'");
    }

    /** {@code QUANTITY at TIME}: the last two words of the text. */
    private static Optional<TuneGoal> at(String text, Optional<Double> until) {
        int time = lastWord(text, text.length());
        String before = text.substring(0, time).stripTrailing();
        int at = lastWord(before, before.length());
        String quantity = before.substring(0, at).strip();
        if (quantity.isEmpty() || !before.substring(at).equals("at")) {
            return Optional.empty();
        }
        if (until.isPresent()) {
            throw new BadInput("the goal '" + text + "' says when it is looked at; 'until' then has no meaning");
        }
        double when = NumberReader.positive("the time of the goal", text.substring(time));
        return Optional.of(new TuneGoal(text, quantity, new Goal.ValueAt(when)));
    }

    private static int wordEnd(String text) {
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int lastWord(String text, int end) {
        int begin = end;
        while (begin > 0 && !Character.isWhitespace(text.charAt(begin - 1))) {
            begin--;
        }
        return begin;
    }

    public boolean isTime() {
        return goal instanceof Goal.TimeToReach;
    }
}
