package org.macrostate.engine.analysis.tune;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.macrostate.engine.model.NumberReader;
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

    private static final Pattern TIME = Pattern.compile("time\\s+(.+?)\\s*([<>])\\s*([^<>]+)");
    private static final Pattern AT = Pattern.compile("(.+?)\\s+at\\s+(\\S+)");
    private static final Pattern MINIMUM = Pattern.compile("min(?:imum)?\\s+(.+)");

    /**
     * Reads a goal.
     *
     * @param until how far courses are followed
     * @throws BadInput if it is none, or says itself how far and {@code until} is there, too
     */
    public static TuneGoal read(String stated, Optional<Double> until) {
        String text = stated.strip();
        Matcher time = TIME.matcher(text);
        if (time.matches()) {
            return new TuneGoal(
                    text,
                    time.group(1),
                    new Goal.TimeToReach(
                            NumberReader.number("the level of the goal", time.group(3)),
                            time.group(2).equals("<"),
                            until.orElse(END)));
        }
        Matcher minimum = MINIMUM.matcher(text);
        if (minimum.matches()) {
            return new TuneGoal(text, minimum.group(1), new Goal.Minimum(until.orElse(END)));
        }
        Matcher at = AT.matcher(text);
        if (at.matches()) {
            if (until.isPresent()) {
                throw new BadInput("the goal '" + text + "' says when it is looked at; 'until' then has no meaning");
            }
            return new TuneGoal(
                    text, at.group(1), new Goal.ValueAt(NumberReader.positive("the time of the goal", at.group(2))));
        }
        throw new BadInput(
                "expected a goal such as 'time eps_g < 0.1', 'eps_g at 500' or 'minimum eps_g', found '" + text + "'");
    }

    public boolean isTime() {
        return goal instanceof Goal.TimeToReach;
    }
}
