package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.macrostate.equations.model.Domain;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.kernel.StateUnits;
import org.macrostate.solvers.nonlinear.LinearSystem;

/**
 * Units in which the coefficients of a stated flow are of order one: the logarithms of the units of its elements and of time
 * for which the squares of the logarithms of all coefficients have the least sum (K. Meintjes and A. P. Morgan, Appl. Math.
 * Comput. 22, 333 (1987)). Rates must be quotients of polynomials. Overlaps of vectors have units of their own, and so have
 * flows whose numbers are ordinary.
 */
final class UnitSearch {
    private static final int MOST_ELEMENTS = 40;
    private static final double ORDINARY_STATE = 300;
    private static final double ORDINARY_RATE = 1e4;
    private static final double LARGEST = 1e30;

    private final int n;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Double> logs = new ArrayList<>();

    private UnitSearch(int n) {
        this.n = n;
    }

    /** The units; one where vectors are overlapped, all is ordinary or rates are others. */
    static StateUnits of(CompiledSystem system, double[] parameters) {
        int n = system.length();
        boolean stated = system.bound().state().elements().stream()
                .noneMatch(e -> e.variable().isOverlap());
        if (!stated || n > MOST_ELEMENTS) {
            return StateUnits.one(n);
        }
        Optional<RationalRates> rates = RationalRates.of(system.bound().rightHandSide(), parameters, n);
        return rates.map(r -> new UnitSearch(n).balanced(r))
                .map(logs -> units(system, logs))
                .orElse(StateUnits.one(n));
    }

    private static StateUnits units(CompiledSystem system, double[] logs) {
        int n = system.length();
        double[] units = new double[n];
        for (int i = 0; i < n; i++) {
            boolean unit = system.bound().state().elements().get(i).variable().domain() == Domain.UNIT;
            units[i] = unit ? 1 : powerOfTwo(Math.exp(logs[i]));
        }
        double rate = powerOfTwo(Math.exp(logs[n]));
        boolean usable = Arrays.stream(units).allMatch(u -> u < LARGEST && u > 1 / LARGEST)
                && rate < LARGEST
                && rate > 1 / LARGEST;
        boolean ordinary = Arrays.stream(units).allMatch(u -> u < ORDINARY_STATE && u > 1 / ORDINARY_STATE);
        if (!usable) {
            return StateUnits.one(n);
        }
        boolean ordinaryRate = rate < ORDINARY_RATE && rate > 1 / ORDINARY_RATE;
        return new StateUnits(ordinary ? StateUnits.one(n).of() : units, ordinaryRate ? 1 : rate);
    }

    /** Logarithms of the units of n elements and of the rates, in this order. */
    private double[] balanced(RationalRates rates) {
        for (int i = 0; i < n; i++) {
            Map<List<Integer>, BigFraction> below = rates.denominators().get(i);
            boolean divides = RationalRates.degree(below) > 0;
            double scale = divides
                    ? 0
                    : Math.log(below.values().iterator().next().abs().doubleValue());
            for (var term : rates.numerators().get(i).entrySet()) {
                double[] row = row(term.getKey());
                row[i] -= 1;
                row[n] = -1;
                row[n + 1 + i] = divides ? 1 : 0;
                add(row, Math.log(term.getValue().abs().doubleValue()) - scale);
            }
            for (var term : below.entrySet()) {
                if (divides) {
                    double[] row = row(term.getKey());
                    row[n + 1 + i] = 1;
                    add(row, Math.log(term.getValue().abs().doubleValue()));
                }
            }
        }
        return leastSquares();
    }

    private double[] row(List<Integer> exponents) {
        double[] row = new double[2 * n + 1];
        for (int k = 0; k < n; k++) {
            row[k] = exponents.get(k);
        }
        return row;
    }

    private void add(double[] row, double log) {
        if (Double.isFinite(log)) {
            rows.add(row);
            logs.add(log);
        }
    }

    /** Of least norm where several are as good. */
    private double[] leastSquares() {
        int size = 2 * n + 1;
        double[] normal = new double[size * size];
        double[] right = new double[size];
        for (int r = 0; r < rows.size(); r++) {
            double[] row = rows.get(r);
            for (int i = 0; i < size; i++) {
                right[i] -= row[i] * logs.get(r);
                for (int j = 0; j < size; j++) {
                    normal[i * size + j] += row[i] * row[j];
                }
            }
        }
        return LinearSystem.solve(normal, right);
    }

    private static double powerOfTwo(double value) {
        return Math.scalb(1.0, Math.getExponent(value));
    }
}
