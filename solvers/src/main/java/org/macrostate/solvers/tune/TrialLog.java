package org.macrostate.solvers.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.macrostate.equations.TimeLimit;

/** A goal as a function of coordinates from 0 to 1, and all that was tried of it. Of one thread. */
final class TrialLog {
    private final List<ScheduleConstant> constants;
    private final ToDoubleFunction<double[]> goal;
    private final Runnable tick;
    private final List<Trial> trials = new ArrayList<>();
    private double[] best = new double[0];
    private double leastGoal = Double.POSITIVE_INFINITY;

    /**
     * @param goal of the constants' values; +∞ where it is not reached
     * @param tick told of each trial
     */
    TrialLog(List<ScheduleConstant> constants, ToDoubleFunction<double[]> goal, Runnable tick) {
        this.constants = constants;
        this.goal = goal;
        this.tick = tick;
    }

    /**
     * The goal there.
     *
     * @throws java.util.concurrent.CancellationException if the thread is interrupted; the trial then is none
     */
    double evaluate(double... coordinates) {
        double[] values = values(coordinates);
        double value = goal.applyAsDouble(values.clone());
        TimeLimit.check();
        if (value < leastGoal) {
            leastGoal = value;
            best = coordinates.clone();
        }
        trials.add(new Trial(values, value));
        tick.run();
        return value;
    }

    double[] values(double[] coordinates) {
        double[] values = new double[coordinates.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = constants.get(i).at(coordinates[i]);
        }
        return values;
    }

    List<Trial> trials() {
        return trials;
    }

    /** Coordinates of the best trial; not to be modified. */
    double[] best() {
        return best;
    }

    /** +∞ if no trial reached the goal. */
    double leastGoal() {
        return leastGoal;
    }

    /** Optimizers need finite values: one beyond all that were met stands for a goal not reached. */
    double worseThanAll() {
        var reached =
                trials.stream().filter(Trial::reached).mapToDouble(Trial::goal).summaryStatistics();
        return reached.getMax() + (reached.getMax() - reached.getMin()) + Math.max(1, Math.abs(reached.getMax()));
    }
}
