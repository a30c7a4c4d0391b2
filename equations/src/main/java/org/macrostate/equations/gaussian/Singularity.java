package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.NumericValue;
import org.macrostate.equations.tensor.Symbol;

/**
 * How an integrand behaves where a denominator vanishes: like {@code r^(-growth)} at distance r from zeros that {@code
 * codimension} conditions on the fields determine. Measured by numbers at zeros of the denominator, with other symbols at
 * positive values. The integral against a normal density exists only if growth &lt; codimension. Growth is infinite where the
 * integrand exceeds every number before the zero is reached, as {@code Exp[1/h²]} does.
 */
record Singularity(double growth, int codimension) {
    private static final int POINTS = 400;
    private static final int DIRECTIONS = 15;
    private static final double SPREAD = 1.5;
    private static final double NEAR = 1e-6;
    private static final double FAR = 1e-4;
    private static final double INDEPENDENT = 0.05;
    private static final double MARGIN = 0.02;

    /** A number of at least 1e308 at distance 1e-6 is one of {@code r^(-growth)} with a growth beyond this. */
    static final int MEASURED_GROWTH = 50;

    /** Not integrable. */
    boolean diverges() {
        return growth > codimension - MARGIN;
    }

    /**
     * The strongest singularity of an integrand at the zeros of a denominator that were found; empty if there are none.
     *
     * @param fields that either depends on
     * @param values of all other symbols
     */
    static Optional<Singularity> of(
            Expression integrand, Expression denominator, Collection<Symbol> fields, Map<Symbol, Double> values) {
        List<Symbol> all = List.copyOf(fields);
        List<Symbol> own = all.stream()
                .filter(f -> org.macrostate.equations.tensor.Expansion.contains(denominator, f::equals))
                .toList();
        Random random = new Random(1);
        Map<Symbol, Double> others = new HashMap<>(values);
        all.forEach(f -> others.put(f, 0.3 + random.nextDouble()));
        ToDoubleFunction<double[]> below = x -> NumericValue.of(denominator, at(others, own, x));
        ToDoubleFunction<double[]> whole = x -> NumericValue.of(integrand, at(others, own, x));
        Singularity strongest = new Singularity(0, 1);
        boolean found = false;
        for (double[] zero : zeros(below, own.size(), random)) {
            Singularity here = new Singularity(growth(whole, below, zero, random), codimension(below, zero, random));
            found = true;
            if (here.growth - here.codimension > strongest.growth - strongest.codimension) {
                strongest = here;
            }
        }
        return found ? Optional.of(strongest) : Optional.empty();
    }

    private static Map<Symbol, Double> at(Map<Symbol, Double> others, List<Symbol> own, double[] x) {
        Map<Symbol, Double> values = new HashMap<>(others);
        for (int i = 0; i < x.length; i++) {
            values.put(own.get(i), x[i]);
        }
        return values;
    }

    /** The origin, and points where the sign changes, those that are zeros. */
    private static List<double[]> zeros(ToDoubleFunction<double[]> f, int n, Random random) {
        List<double[]> zeros = new ArrayList<>();
        double[] positive = {};
        double[] negative = {};
        double[] least = new double[n];
        double size = 0;
        for (int i = 0; i < POINTS; i++) {
            double[] x = new double[n];
            for (int j = 0; j < n; j++) {
                x[j] = SPREAD * random.nextGaussian();
            }
            double value = f.applyAsDouble(x);
            size = Double.isFinite(value) ? Math.max(size, Math.abs(value)) : size;
            positive = value > 0 ? x : positive;
            negative = value < 0 ? x : negative;
            least = Math.abs(value) < Math.abs(f.applyAsDouble(least)) ? x : least;
        }
        if (positive.length > 0 && negative.length > 0) {
            zeros.add(between(f, negative, positive));
        }
        zeros.add(new double[n]);
        zeros.add(descended(f, least));
        double zero = 1e-15 * size;
        zeros.removeIf(x -> !(Math.abs(f.applyAsDouble(x)) <= zero));
        return zeros;
    }

    private static double[] between(ToDoubleFunction<double[]> f, double[] negative, double[] positive) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 70; i++) {
            double middle = (low + high) / 2;
            if (f.applyAsDouble(mixed(negative, positive, middle)) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return mixed(negative, positive, high);
    }

    private static double[] mixed(double[] from, double[] to, double part) {
        double[] x = from.clone();
        for (int i = 0; i < x.length; i++) {
            x[i] += part * (to[i] - from[i]);
        }
        return x;
    }

    /** Along one coordinate after the other, with shorter and shorter steps. */
    private static double[] descended(ToDoubleFunction<double[]> f, double[] start) {
        double[] best = start.clone();
        double least = Math.abs(f.applyAsDouble(best));
        for (double step = 0.5; step > 1e-11; step /= 2) {
            for (int turn = 0; turn < 4 * best.length; turn++) {
                double[] x = best.clone();
                x[turn / 2 % x.length] += turn % 2 == 0 ? step : -step;
                double value = Math.abs(f.applyAsDouble(x));
                if (value < least) {
                    least = value;
                    best = x;
                }
            }
        }
        return best;
    }

    /** The number of directions in which the function changes near a zero: the rank of its gradients there. */
    private static int codimension(ToDoubleFunction<double[]> f, double[] zero, Random random) {
        List<double[]> basis = new ArrayList<>();
        for (int i = 0; i < DIRECTIONS; i++) {
            double[] gradient = gradient(f, moved(zero, FAR, direction(zero.length, random)));
            for (double[] known : basis) {
                gradient = moved(gradient, -dot(known, gradient), known);
            }
            double left = Math.sqrt(dot(gradient, gradient));
            if (left > INDEPENDENT) {
                basis.add(moved(new double[zero.length], 1 / left, gradient));
            }
        }
        return Math.max(1, basis.size());
    }

    /** Of length one. */
    private static double[] gradient(ToDoubleFunction<double[]> f, double[] x) {
        double[] gradient = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double[] step = new double[x.length];
            step[i] = FAR / 1000;
            gradient[i] = f.applyAsDouble(moved(x, 1, step)) - f.applyAsDouble(moved(x, -1, step));
        }
        double length = Math.sqrt(dot(gradient, gradient));
        return length > 0 ? moved(new double[x.length], 1 / length, gradient) : gradient;
    }

    /**
     * The exponent of growth towards a zero along most lines; infinite if along any of them the integrand is infinite next to
     * the zero, since then it is so in a cone. Where the denominator itself is rounded to zero nothing is known.
     */
    private static double growth(
            ToDoubleFunction<double[]> g, ToDoubleFunction<double[]> below, double[] zero, Random random) {
        double[] exponents = new double[DIRECTIONS];
        for (int i = 0; i < DIRECTIONS; i++) {
            double[] u = direction(zero.length, random);
            double[] nearest = moved(zero, NEAR, u);
            double value = g.applyAsDouble(nearest);
            if (Double.isInfinite(value) && below.applyAsDouble(nearest) != 0) {
                return Double.POSITIVE_INFINITY;
            }
            double ratio = value / g.applyAsDouble(moved(zero, FAR, u));
            double exponent = Math.log(Math.abs(ratio)) / Math.log(FAR / NEAR);
            exponents[i] = Double.isFinite(exponent) ? exponent : 0;
        }
        Arrays.sort(exponents);
        return exponents[DIRECTIONS / 2];
    }

    private static double[] direction(int n, Random random) {
        double[] u = new double[n];
        for (int i = 0; i < n; i++) {
            u[i] = random.nextGaussian();
        }
        return moved(new double[n], 1 / Math.sqrt(dot(u, u)), u);
    }

    private static double[] moved(double[] x, double factor, double[] step) {
        double[] moved = x.clone();
        for (int i = 0; i < x.length; i++) {
            moved[i] += factor * step[i];
        }
        return moved;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
