package org.macrostate.solvers.fixedpoint;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.model.Domain;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.kernel.Kernel;
import org.macrostate.solvers.kernel.StateUnits;

/**
 * Units in which the numbers of a stated flow are of order one. As an element of the state grows over many decades, a
 * rate grows with one power of it, then with another; where powers change, terms are of one size (the corners of the
 * Newton polygon), and there roots are. The unit is their median, weighted by how much the power changes. Overlaps of
 * vectors have units of their own, and so have flows whose numbers are ordinary.
 */
final class UnitSearch {
    private static final double DECADES = 20;
    private static final int STEPS = 80;
    private static final int DRAWS = 4;
    private static final int SWEEPS = 30;
    private static final double STEEPEST = 6;
    private static final double LEAST_CHANGE = 0.05;
    private static final double SETTLED = 4;
    private static final double ORDINARY_STATE = 300;
    private static final double ORDINARY_RATE = 1e4;

    private final CompiledSystem system;
    private final double[] parameters;
    private final UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(7);
    private final double[] units;
    private final boolean[] fixed;
    private final int n;

    private UnitSearch(CompiledSystem system, double[] parameters) {
        this.system = system;
        this.parameters = parameters;
        this.n = system.length();
        this.units = new double[n];
        this.fixed = new boolean[n];
        List<StateLayout.Element> elements = system.bound().state().elements();
        for (int i = 0; i < n; i++) {
            double start = Math.abs(elements.get(i).variable().start().orElse(1.0));
            fixed[i] = elements.get(i).variable().domain() == Domain.UNIT;
            units[i] = fixed[i] || start == 0 ? 1 : start;
        }
    }

    /** The units; one where vectors are overlapped or all is ordinary. */
    static StateUnits of(CompiledSystem system, double[] parameters) {
        int n = system.length();
        boolean stated = system.bound().state().elements().stream()
                .noneMatch(e -> e.variable().isOverlap());
        if (!stated) {
            return StateUnits.one(n);
        }
        UnitSearch search = new UnitSearch(system, parameters);
        double[] before = new double[0];
        for (int sweep = 0; sweep < SWEEPS && !Arrays.equals(before, search.units); sweep++) {
            before = search.units.clone();
            for (int j = 0; j < n; j++) {
                search.renew(j);
            }
        }
        if (!settled(before, search.units)) {
            return StateUnits.one(n);
        }
        boolean ordinary = Arrays.stream(search.units).allMatch(u -> u < ORDINARY_STATE && u > 1 / ORDINARY_STATE);
        double[] units = ordinary ? StateUnits.one(n).of() : search.units;
        double rate = search.rate(units);
        boolean ordinaryRate = rate < ORDINARY_RATE && rate > 1 / ORDINARY_RATE;
        return new StateUnits(units, ordinaryRate ? 1 : rate);
    }

    private static boolean settled(double[] before, double[] after) {
        for (int i = 0; i < after.length; i++) {
            if (!(after[i] <= SETTLED * before[i] && before[i] <= SETTLED * after[i])) {
                return false;
            }
        }
        return true;
    }

    private void renew(int j) {
        if (fixed[j]) {
            return;
        }
        double[] own = new double[STEPS];
        double[] others = new double[STEPS];
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] state = drawn(units);
            double sign = Math.signum(state[j]);
            double[][] powers = new double[STEPS + 1][];
            double[] last = new double[0];
            for (int k = 0; k <= STEPS; k++) {
                state[j] = sign * magnitude(k);
                double[] rates = rates(state);
                double[] power = new double[n];
                for (int i = 0; i < n && k > 0; i++) {
                    double slope = Math.log(Math.abs(rates[i] / last[i])) / Math.log(magnitude(1) / magnitude(0));
                    power[i] = Double.isFinite(slope) ? Math.max(-STEEPEST, Math.min(STEEPEST, slope)) : Double.NaN;
                }
                powers[k] = power;
                last = rates;
            }
            for (int k = 2; k <= STEPS; k++) {
                for (int i = 0; i < n; i++) {
                    double change = Math.abs(powers[k][i] - powers[k - 1][i]);
                    double[] weights = i == j ? own : others;
                    weights[k - 1] += change > LEAST_CHANGE ? change : 0;
                }
            }
        }
        // what an element does to its own rate says how large it is; to others, how large it is beside theirs
        double[] weights = Arrays.stream(own).sum() > 0 ? own : others;
        double all = Arrays.stream(weights).sum();
        double sum = 0;
        for (int k = 0; k < STEPS && all > 0; k++) {
            sum += weights[k];
            if (sum >= all / 2) {
                units[j] = powerOfTwo(magnitude(k));
                return;
            }
        }
        units[j] = powerOfTwo(balancing(j));
    }

    /** Where rates are single powers of an element: its size at which all elements change about equally fast. */
    private double balancing(int j) {
        double[] state = drawn(units);
        double[] sizes = units.clone();
        double best = units[j];
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k <= STEPS; k++) {
            sizes[j] = magnitude(k);
            state[j] = sizes[j];
            double[] rates = rates(state);
            double[] logs = java.util.stream.IntStream.range(0, n)
                    .filter(i -> rates[i] != 0 && Double.isFinite(rates[i]))
                    .mapToDouble(i -> Math.log(Math.abs(rates[i]) / sizes[i]))
                    .toArray();
            double mean = Arrays.stream(logs).average().orElse(0);
            double spread = Arrays.stream(logs).map(v -> (v - mean) * (v - mean)).sum();
            if (logs.length > 1 && spread < least) {
                least = spread;
                best = sizes[j];
            }
        }
        return best;
    }

    private static double powerOfTwo(double value) {
        return Math.scalb(1.0, Math.getExponent(value));
    }

    private static double magnitude(int k) {
        return Math.pow(10, DECADES * (2.0 * k / STEPS - 1));
    }

    private double[] drawn(double[] sizes) {
        double[] state = new double[n];
        List<StateLayout.Element> elements = system.bound().state().elements();
        for (int i = 0; i < n; i++) {
            boolean signed = elements.get(i).variable().domain() == Domain.REAL;
            double sign = signed && random.nextBoolean() ? -1 : 1;
            state[i] = sign * sizes[i] * Math.pow(4, random.nextDouble() - 0.5);
        }
        return state;
    }

    private double[] rates(double[] state) {
        Kernel kernel = system.rightHandSide();
        return kernel.eval(0, state, parameters);
    }

    /** The geometric mean of the rates of change, in the units of the state. */
    private double rate(double[] sizes) {
        double sum = 0;
        int count = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] rates = rates(drawn(sizes));
            for (int i = 0; i < n; i++) {
                double relative = Math.abs(rates[i]) / sizes[i];
                if (relative > 0 && Double.isFinite(relative)) {
                    sum += Math.log(relative);
                    count++;
                }
            }
        }
        return count == 0 ? 1 : powerOfTwo(Math.exp(sum / count));
    }
}
