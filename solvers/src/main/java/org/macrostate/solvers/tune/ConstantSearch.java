package org.macrostate.solvers.tune;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;
import org.hipparchus.random.SobolSequenceGenerator;
import org.hipparchus.random.Well19937c;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.TimeLimit;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * The search for constants that make a goal small: of one by a grid and Brent's method between the neighbours of the grid's
 * best; of two or three by a coarse grid, of more by equal values of all and a Sobol sequence; from the best of these, CMA-ES
 * (Hansen and Ostermeier 2001) within the ranges and, from its best, BOBYQA (Powell 2009), which is then started from points
 * far from it, too: that tells whether there are other optima. Where the goal has gradients, local searches by these take
 * the place of both.
 *
 * <p>The result is the best of what was tried, no proof of a global optimum. The same seed gives the same result.
 */
public final class ConstantSearch {
    private static final int GRID = 25;
    private static final int COARSE_POINTS = 64;
    private static final int BRENT_EVALUATIONS = 60;
    private static final int CMA_EVALUATIONS_EACH = 150;
    private static final int MOST_CONSTANTS = 30;
    private static final int EQUAL_VALUES = 9;
    private static final double COORDINATE_ACCURACY = 1e-6;
    private static final double FIRST_SPREAD = 0.15;
    private static final int LEAST_GENERATIONS = 20;
    private static final int GRADIENT_STARTS = 16;

    private final List<ScheduleConstant> constants;
    private final TrialLog log;

    private ConstantSearch(List<ScheduleConstant> constants, TrialLog log) {
        this.constants = constants;
        this.log = log;
    }

    /**
     * Searches. If the thread is interrupted the time is over: the result then is what was tried until then, the trial that
     * was cut left out, and the thread is still interrupted.
     *
     * @param goal of the constants' values, in their order; +∞ where it is not reached
     * @param seed of CMA-ES
     * @param tick told of each evaluation of the goal
     * @throws BadInput unless there are 1 to 30 constants
     * @throws CancellationException if the time is over before the first trial
     */
    public static Landscape search(
            List<ScheduleConstant> constants, ToDoubleFunction<double[]> goal, long seed, Runnable tick) {
        return search(constants, goal, Optional.empty(), seed, tick);
    }

    /**
     * The same; where there are gradients, local searches by them take the place of CMA-ES and BOBYQA.
     *
     * @param byGradient from values of the constants to those at which local searches from them end
     */
    public static Landscape search(
            List<ScheduleConstant> constants,
            ToDoubleFunction<double[]> goal,
            Optional<UnaryOperator<List<double[]>>> byGradient,
            long seed,
            Runnable tick) {
        requireCount(constants.size());
        TrialLog log = new TrialLog(constants, goal, tick);
        ConstantSearch search = new ConstantSearch(constants, log);
        Descents descents = new Descents(log, constants.size());
        List<Trial> others = new ArrayList<>();
        boolean isCut = TimeLimit.cuts(() -> {
            if (constants.size() == 1) {
                search.one();
            } else {
                search.several(seed, descents, byGradient);
                others.addAll(descents.others());
            }
        });
        if (isCut) {
            TimeLimit.goOnStopping();
            if (log.trials().isEmpty()) {
                throw new CancellationException("the time was over before the first trial");
            }
        }
        return new Landscape(constants, log.trials(), others, descents.made(), !isCut);
    }

    /** The most evaluations a search makes. */
    public static int mostEvaluations(int count) {
        requireCount(count);
        return count == 1
                ? GRID + BRENT_EVALUATIONS
                : coarse(count).size() + CMA_EVALUATIONS_EACH * count + Descents.mostEvaluations(count);
    }

    private static void requireCount(int count) {
        if (count < 1 || count > MOST_CONSTANTS) {
            throw new BadInput("from 1 to " + MOST_CONSTANTS + " constants can be varied, were " + count);
        }
    }

    private void one() {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < GRID; i++) {
            double value = log.evaluate(i / (GRID - 1.0));
            if (value < least) {
                least = value;
                best = i;
            }
        }
        if (least == Double.POSITIVE_INFINITY) {
            return;
        }
        double unreached = log.worseThanAll();
        SearchInterval bracket =
                new SearchInterval(Math.max(0, best - 1) / (GRID - 1.0), Math.min(GRID - 1, best + 1) / (GRID - 1.0));
        run(() -> new BrentOptimizer(COORDINATE_ACCURACY, COORDINATE_ACCURACY)
                .optimize(
                        new MaxEval(BRENT_EVALUATIONS),
                        new UnivariateObjectiveFunction(u -> Math.min(unreached, log.evaluate(u))),
                        GoalType.MINIMIZE,
                        bracket));
    }

    private void several(long seed, Descents descents, Optional<UnaryOperator<List<double[]>>> byGradient) {
        int count = constants.size();
        List<double[]> points = coarse(count);
        List<Double> levels = points.stream().map(log::evaluate).toList();
        if (log.leastGoal() == Double.POSITIVE_INFINITY) {
            return;
        }
        if (byGradient.isPresent()) {
            List<double[]> starts = IntStream.range(0, points.size())
                    .boxed()
                    .filter(i -> levels.get(i) < Double.POSITIVE_INFINITY)
                    .sorted(Comparator.comparing(levels::get))
                    .limit(GRADIENT_STARTS)
                    .map(i -> log.values(points.get(i)))
                    .toList();
            descents.ended(byGradient.get().apply(starts).stream()
                    .map(this::coordinates)
                    .toList());
            if (descents.made() > 0) {
                return;
            }
        }
        double unreached = log.worseThanAll();
        double[] from = log.best();
        CMAESOptimizer optimizer = new CMAESOptimizer(
                Integer.MAX_VALUE,
                Double.NEGATIVE_INFINITY,
                true,
                0,
                10,
                new Well19937c(seed),
                false,
                (iteration, previous, current) -> iteration > LEAST_GENERATIONS
                        && Vector.distance(previous.getPoint(), current.getPoint()) < COORDINATE_ACCURACY);
        run(() -> optimizer.optimize(
                new MaxEval(CMA_EVALUATIONS_EACH * count),
                new ObjectiveFunction(u -> Math.min(unreached, log.evaluate(u))),
                GoalType.MINIMIZE,
                new InitialGuess(from),
                new SimpleBounds(all(count, 0), all(count, 1)),
                new CMAESOptimizer.Sigma(all(count, FIRST_SPREAD)),
                new CMAESOptimizer.PopulationSize(4 + (int) (3 * Math.log(count)) + count)));
        descents.from(log.best(), unreached);
        descents.elsewhere(points, levels, unreached);
    }

    private double[] coordinates(double[] values) {
        double[] coordinates = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            coordinates[i] = constants.get(i).coordinate(values[i]);
        }
        return coordinates;
    }

    /** Where a search of several constants looks first. */
    private static List<double[]> coarse(int count) {
        List<double[]> points = new ArrayList<>();
        if (count <= Descents.GRID_CONSTANTS) {
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

    private static double[] all(int count, double value) {
        double[] values = new double[count];
        java.util.Arrays.fill(values, value);
        return values;
    }
}
