package org.macrostate.solvers.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;
import org.hipparchus.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;
import org.hipparchus.random.SobolSequenceGenerator;
import org.hipparchus.random.Well19937c;
import org.macrostate.equations.BadInput;

/**
 * The search for constants that make a goal small: of one by a grid and Brent's method between the neighbours of the grid's
 * best; of two or three by a coarse grid, of more by equal values of all and a Sobol sequence; from the best of these, CMA-ES
 * (Hansen and Ostermeier 2001) within the ranges and, from its best, BOBYQA (Powell 2009).
 *
 * <p>The result is the best of what was tried, no proof of a global optimum. The same seed gives the same result.
 */
public final class ConstantSearch {
    private static final int GRID = 25;
    private static final int COARSE_POINTS = 64;
    private static final int BRENT_EVALUATIONS = 60;
    private static final int CMA_EVALUATIONS_EACH = 150;
    private static final int MOST_CONSTANTS = 30;
    private static final int GRID_CONSTANTS = 3;
    private static final int EQUAL_VALUES = 9;
    private static final int BOBYQA_EVALUATIONS_EACH = 60;
    private static final double TRUST_REGION = 0.05;
    private static final double COORDINATE_ACCURACY = 1e-6;
    private static final double FIRST_SPREAD = 0.15;
    private static final int LEAST_GENERATIONS = 20;

    private final List<ScheduleConstant> constants;
    private final ToDoubleFunction<double[]> goal;
    private final Runnable tick;
    private final List<Trial> trials = new ArrayList<>();
    private double[] best = new double[0];
    private double leastGoal = Double.POSITIVE_INFINITY;

    private ConstantSearch(List<ScheduleConstant> constants, ToDoubleFunction<double[]> goal, Runnable tick) {
        this.constants = constants;
        this.goal = goal;
        this.tick = tick;
    }

    /**
     * Searches.
     *
     * @param goal of the constants' values, in their order; +∞ where it is not reached
     * @param seed of CMA-ES
     * @param tick told of each evaluation of the goal
     * @throws BadInput unless there are 1 to 30 constants
     */
    public static Landscape search(
            List<ScheduleConstant> constants, ToDoubleFunction<double[]> goal, long seed, Runnable tick) {
        requireCount(constants.size());
        ConstantSearch search = new ConstantSearch(constants, goal, tick);
        if (constants.size() == 1) {
            search.one();
        } else {
            search.several(seed);
        }
        return new Landscape(constants, search.trials);
    }

    /** The most evaluations a search makes. */
    public static int mostEvaluations(int count) {
        requireCount(count);
        return count == 1
                ? GRID + BRENT_EVALUATIONS
                : coarse(count).size() + (CMA_EVALUATIONS_EACH + BOBYQA_EVALUATIONS_EACH) * count;
    }

    private static void requireCount(int count) {
        if (count < 1 || count > MOST_CONSTANTS) {
            throw new BadInput("from 1 to " + MOST_CONSTANTS + " constants can be varied, were " + count);
        }
    }

    private void one() {
        int best = 0;
        for (int i = 0; i < GRID; i++) {
            if (evaluate(i / (GRID - 1.0)) < trials.get(best).goal()) {
                best = i;
            }
        }
        if (!trials.get(best).reached()) {
            return;
        }
        double unreached = worseThanAll();
        SearchInterval bracket =
                new SearchInterval(Math.max(0, best - 1) / (GRID - 1.0), Math.min(GRID - 1, best + 1) / (GRID - 1.0));
        run(() -> new BrentOptimizer(COORDINATE_ACCURACY, COORDINATE_ACCURACY)
                .optimize(
                        new MaxEval(BRENT_EVALUATIONS),
                        new UnivariateObjectiveFunction(u -> Math.min(unreached, evaluate(u))),
                        GoalType.MINIMIZE,
                        bracket));
    }

    private void several(long seed) {
        int count = constants.size();
        coarse(count).forEach(this::evaluate);
        if (leastGoal == Double.POSITIVE_INFINITY) {
            return;
        }
        double unreached = worseThanAll();
        double[] from = best;
        CMAESOptimizer optimizer = new CMAESOptimizer(
                Integer.MAX_VALUE,
                Double.NEGATIVE_INFINITY,
                true,
                0,
                10,
                new Well19937c(seed),
                false,
                (iteration, previous, current) -> iteration > LEAST_GENERATIONS
                        && distance(previous.getPoint(), current.getPoint()) < COORDINATE_ACCURACY);
        run(() -> optimizer.optimize(
                new MaxEval(CMA_EVALUATIONS_EACH * count),
                new ObjectiveFunction(u -> Math.min(unreached, evaluate(u))),
                GoalType.MINIMIZE,
                new InitialGuess(from),
                new SimpleBounds(all(count, 0), all(count, 1)),
                new CMAESOptimizer.Sigma(all(count, FIRST_SPREAD)),
                new CMAESOptimizer.PopulationSize(4 + (int) (3 * Math.log(count)) + count)));
        polish(unreached);
    }

    /** CMA-ES comes near an optimum; a quadratic model finds the rest of the way. */
    private void polish(double unreached) {
        int count = constants.size();
        double[] from = best;
        run(() -> new BOBYQAOptimizer(2 * count + 1, TRUST_REGION, COORDINATE_ACCURACY)
                .optimize(
                        new MaxEval(BOBYQA_EVALUATIONS_EACH * count),
                        new ObjectiveFunction(u -> Math.min(unreached, evaluate(u))),
                        GoalType.MINIMIZE,
                        new InitialGuess(from),
                        new SimpleBounds(all(count, 0), all(count, 1))));
    }

    /** Where a search of several constants looks first. */
    private static List<double[]> coarse(int count) {
        List<double[]> points = new ArrayList<>();
        if (count <= GRID_CONSTANTS) {
            int side = side(count);
            for (int i = 0; i < (int) Math.pow(side, count); i++) {
                double[] point = new double[count];
                for (int k = 0, rest = i; k < count; k++, rest /= side) {
                    point[k] = rest % side / (side - 1.0);
                }
                points.add(point);
            }
            return points;
        }
        for (int i = 0; i < EQUAL_VALUES; i++) {
            points.add(all(count, i / (EQUAL_VALUES - 1.0)));
        }
        SobolSequenceGenerator sobol = new SobolSequenceGenerator(count);
        for (int i = EQUAL_VALUES; i < COARSE_POINTS; i++) {
            points.add(sobol.nextVector());
        }
        return points;
    }

    /** The points of a coarse grid along each constant. */
    private static int side(int count) {
        return Math.max(2, (int) Math.floor(Math.pow(COARSE_POINTS, 1.0 / count) + 1e-9));
    }

    /** An optimizer that has used up its evaluations is no failure: what it tried is known. */
    private static void run(Runnable optimize) {
        try {
            optimize.run();
        } catch (MathIllegalStateException usedUp) {
            // the best of the trials stands
        }
    }

    /** Optimizers need finite values: one beyond all that were met stands for a goal not reached. */
    private double worseThanAll() {
        var reached =
                trials.stream().filter(Trial::reached).mapToDouble(Trial::goal).summaryStatistics();
        return reached.getMax() + (reached.getMax() - reached.getMin()) + Math.max(1, Math.abs(reached.getMax()));
    }

    private double evaluate(double... coordinates) {
        double[] values = new double[coordinates.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = constants.get(i).at(coordinates[i]);
        }
        double value = goal.applyAsDouble(values.clone());
        if (value < leastGoal) {
            leastGoal = value;
            best = coordinates.clone();
        }
        trials.add(new Trial(values, value));
        tick.run();
        return value;
    }

    private static double distance(double[] a, double[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
        }
        return largest;
    }

    private static double[] all(int count, double value) {
        double[] values = new double[count];
        java.util.Arrays.fill(values, value);
        return values;
    }
}
